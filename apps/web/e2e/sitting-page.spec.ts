import type { PupilForm } from '@samhold/contract';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { answerAndGoOn, beginQuestions, enter } from './pupil.ts';
import { startOwnRound } from './staff.ts';

test('the teacher sees who waits for the network and what could not be stored, and notes who helped', async ({
  page,
  openPage,
}) => {
  const { card, cards, code, sittingPath } = await startOwnRound(page, '1B', 'Start sosiogram');
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

  // Somebody answers, and the page hears of it by itself; then it turns out to have been another pupil.
  const wrong = cards[1];
  if (wrong === undefined) throw new Error('The class has one pupil.');
  const line = page.getByRole('listitem').filter({ hasText: wrong.name });
  const other = await openPage();
  await enter(other, code, wrong);
  await beginQuestions(other);
  await answerAndGoOn(other, 0);
  await expect(line.getByText('svarer nå')).toBeVisible();
  await page.getByRole('button', { name: 'Feil elev har svart' }).click();
  const aside = page.getByRole('dialog', { name: 'Har noen svart i en annens navn?' });
  await aside.getByLabel('Svarene står på').selectOption(wrong.name);
  await aside.getByLabel('Hva skjedde?').fill('Satt ved feil nettbrett.');
  await expectAccessible(page, 'answers set aside', { within: 'dialog[open]' });
  await aside.getByRole('button', { name: 'Legg svarene til side' }).click();
  await expect(line.getByText('«Satt ved feil nettbrett.»')).toBeVisible();
  await expect(line.getByText('ikke begynt')).toBeVisible();
  await line.getByRole('button', { name: 'Angre' }).click();
  await expect(line.getByText('svarer nå')).toBeVisible();
  await expect(line.getByText('«Satt ved feil nettbrett.»')).toHaveCount(0);

  const later = page.getByLabel('Gi klassen mer tid');
  const day = await later.locator('option').nth(1).innerText();
  await later.selectOption(day);
  await page.getByRole('button', { name: 'Hold åpen' }).click();
  await expect(page.getByText(`lukkes av seg selv ${day.replace(/^\S+ /, '')}`)).toBeVisible();

  // The keys are listed, and work until somebody writes.
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Hurtigtaster' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { level: 1, name: '1B' })).toBeVisible();
});
