import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { signInAsTeacherOf } from './staff.ts';

test('a teacher reads why a signal was given, writes what was seen, and finds it again', async ({ page }) => {
  const classId = await signInAsTeacherOf(page, '4A');
  await page.getByRole('link', { name: 'Tegn', exact: true }).click();
  await expect(page).toHaveURL(`/class/${classId}/signals`);
  const unseen = page.getByRole('article').filter({ hasText: 'Ikke sett på ennå' });
  const signal = unseen.filter({ hasText: /0 av \d+/ }).first();
  const name = await signal.getByRole('heading', { level: 3 }).innerText();
  // The first of those that wait is open; another is opened by its name.
  const evidence = signal.getByRole('heading', { name: 'Det bygger på' });
  if (!(await evidence.isVisible())) await signal.getByRole('heading', { level: 3 }).click();
  await expect(evidence).toBeVisible();
  await expectAccessible(page, 'signals');

  await signal.getByRole('button', { name: 'Skriv hva du har sett' }).click();
  const form = page.locator('form');
  await form.getByRole('button', { name: 'Lagre' }).click();
  await expect(form).toContainText('Skriv kort hva du har sett');
  await expectAccessible(page, 'verification form');
  await form.getByLabel('Hva har du sett eller hørt?').fill('Sto ved gjerdet i to friminutt mandag.');
  await form.getByLabel('Stemmer med det vi ser').check();
  await page.reload();
  await expect(form).toContainText('Utkastet ditt er tatt vare på.');
  await expect(form.getByLabel('Hva har du sett eller hørt?')).toHaveValue(/friminutt mandag/);
  await expect(form.getByLabel('Stemmer med det vi ser')).toBeChecked();
  await form.getByRole('button', { name: 'Lagre' }).click();
  await expect(form).toHaveCount(0);

  await page.reload();
  const kept = page.getByRole('article').filter({ hasText: 'Sto ved gjerdet i to friminutt mandag.' });
  await expect(kept.getByRole('heading', { level: 3 })).toHaveText(name);
  await expect(page.getByRole('heading', { level: 2, name: 'Sett på' })).toBeVisible();
  await kept.getByRole('heading', { level: 3 }).click();
  await expect(kept.getByRole('heading', { name: 'Det som er sett og gjort' })).toBeVisible();
  await expect(kept.getByRole('listitem').filter({ hasText: 'Sto ved gjerdet' })).toContainText(
    'Stemmer med det vi ser',
  );
  await expectAccessible(page, 'signals with a history');
});
