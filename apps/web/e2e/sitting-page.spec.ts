import type { PupilForm } from '@samhold/contract';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { beginQuestions, enter } from './pupil.ts';
import { startOwnRound } from './staff.ts';

test('the teacher sees who waits for the network and what could not be stored, and notes who helped', async ({
  page,
  openPage,
}) => {
  const { card, code, sittingPath } = await startOwnRound(page, '1B', 'Start sosiogram');
  const tablet = await openPage();
  await enter(tablet, code, card);

  // A tablet that hands over what is broken, and says that it has two parts more.
  const form = (await (await tablet.request.get('/api/v1/pupil-session/form')).json()) as PupilForm;
  const handedOver = await tablet.request.put(
    '/api/v1/responses/5f0c7a34-2f0e-4f6e-9a53-0d3b7a3c9a11/parts',
    {
      headers: { authorization: `Upload ${form.upload.token}`, origin: new URL(page.url()).origin },
      data: { parts: [{ number: form.upload.nextPart, sealed: 'AAAA' }], waiting: 2 },
    },
  );
  expect(handedOver.status()).toBe(200);

  await page.goto(sittingPath);
  const row = page.getByRole('listitem').filter({ hasText: card.name });
  await expect(row.getByText('Venter på nett')).toBeVisible();
  await expect(row.getByText('Et svar kunne ikke lagres: det lot seg ikke åpne.')).toBeVisible();
  await expectAccessible(page, 'sitting with a tablet that waits');

  // By the keyboard alone.
  const ask = page.getByRole('button', { name: 'Noter hvem som hjelper' });
  const dialog = page.getByRole('dialog', { name: 'Hvem hjelper en elev?' });
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Elev')).toBeFocused();
  await page.keyboard.type(card.name);
  await expectAccessible(page, 'who helps');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const helper = await dialog.getByLabel('Hjelper').locator('option:checked').innerText();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row.getByText(`med hjelp av ${helper}`)).toBeVisible();
  await expect(ask).toBeFocused();

  // The pupil's own tablet says nothing of it, and goes on.
  await beginQuestions(tablet);
  await expect(tablet.getByText(helper)).toHaveCount(0);

  await ask.click();
  await dialog.getByLabel('Elev').selectOption(card.name);
  await dialog.getByRole('button', { name: 'Fikk ikke hjelp' }).click();
  await expect(row.getByText('med hjelp av')).toHaveCount(0);
});
