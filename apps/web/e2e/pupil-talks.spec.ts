import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { signInAsTeacherOf } from './staff.ts';

test('a teacher writes about a pupil, loses no text, corrects it, and prepares and holds the talk', async ({
  page,
  watch,
}) => {
  await signInAsTeacherOf(page, '6A');
  const menu = page.getByRole('navigation', { name: 'Klassen' });
  await menu.getByRole('link', { name: 'Elever', exact: true }).click();
  await expect(page).toHaveURL(/\/pupils$/);
  // The teacher of the demo school has begun at the top of the list.
  const pupil = page.getByRole('table').getByRole('link').last();
  const name = await pupil.innerText();
  await pupil.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // A text that is not saved outlives the page.
  const note = page.getByLabel('Skriv et notat');
  await note.fill('Var med på stikkball i hele friminuttet.');
  await page.reload();
  await expect(note).toHaveValue('Var med på stikkball i hele friminuttet.');
  await expect(page.getByText('Utkastet ditt er tatt vare på.')).toBeVisible();
  await page.getByRole('button', { name: 'Lagre notatet' }).click();
  const entry = page.getByRole('article').filter({ hasText: 'stikkball' });
  await expect(entry).toBeVisible();
  await expect(note).toHaveValue('');

  // Two windows correct the same note: the later one is told, and both texts are there.
  const other = await page.context().newPage();
  watch.expected.push(/^409 POST \/api\/v1\/notes\//);
  await other.goto(page.url());
  await entry.getByRole('button', { name: /^Rett/ }).click();
  await entry.getByLabel('Rett notatet').fill('Var med på stikkball i ti minutter.');
  const otherEntry = other.getByRole('article').filter({ hasText: 'stikkball' });
  await otherEntry.getByRole('button', { name: /^Rett/ }).click();
  await otherEntry.getByLabel('Rett notatet').fill('Var med på stikkball til noen sa stopp.');
  await otherEntry.getByRole('button', { name: 'Lagre rettelsen' }).click();
  await expect(otherEntry.getByText('Det som sto før')).toBeVisible();
  await entry.getByRole('button', { name: 'Lagre rettelsen' }).click();
  await expect(entry.getByText('rettet notatet mens du skrev')).toBeVisible();
  await expect(entry.getByText('til noen sa stopp')).toBeVisible();
  await expect(entry.getByLabel('Rett notatet')).toHaveValue('Var med på stikkball i ti minutter.');
  await expectAccessible(page, 'a note two have corrected');
  await entry.getByRole('button', { name: 'Lagre rettelsen' }).click();
  await expect(entry.getByLabel('Rett notatet')).toHaveCount(0);
  await entry.getByRole('button', { name: /^Trekk tilbake/ }).click();
  await entry.getByRole('button', { name: 'La det stå likevel' }).click();
  await expect(entry.getByRole('button', { name: /^Trekk tilbake/ })).toBeVisible();
  await other.close();

  await page.getByRole('link', { name: 'Forbered elevsamtalen' }).click();
  const topics = page.getByLabel('Det vi skal snakke om');
  await page.getByRole('button', { name: 'Ta med' }).first().click();
  await expect(topics).not.toHaveValue('');
  await page.getByLabel('Det vi ble enige om').fill('Spør Ada om å være med.');
  await page.reload();
  await expect(page.getByLabel('Det vi ble enige om')).toHaveValue('Spør Ada om å være med.');
  await page.getByLabel('Samtalen ble holdt').fill('2026-11-20');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByText(/^Lagret .* av /)).toBeVisible();
  await expectAccessible(page, 'a pupil talk');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Samtaleark (PDF)' }).click();
  expect((await download).suggestedFilename()).toBe('elevsamtale.pdf');
  await menu.getByRole('link', { name: 'Elevsamtaler' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('20. november 2026');
});
