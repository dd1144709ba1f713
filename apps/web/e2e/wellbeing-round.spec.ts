import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { answerRest, beginQuestions, enter, handIn } from './pupil.ts';
import { closeSitting, readClassCode, readPictureCards, signInAsTeacherOf, startRound } from './staff.ts';

test('a class answers the planned wellbeing round, and the teacher reads it', async ({ page, openPage }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Logg inn' })).toBeVisible();
  await expectAccessible(page, 'front page');
  const classId = await signInAsTeacherOf(page, '5A');
  await expectAccessible(page, 'class page');
  const cards = await readPictureCards(page, classId);
  await expectAccessible(page, 'picture cards');
  expect(cards).toHaveLength(26);

  await page.goto(`/class/${classId}`);
  await startRound(page, 'Planlagt av skolen', 'Start trivselsundersøkelse');
  await expect(page.getByText('0 av 26').first()).toBeVisible();
  const sittingPath = new URL(page.url()).pathname;
  const code = await readClassCode(page);

  await page.getByRole('link', { name: 'Vis kode på tavla' }).click();
  await expect(page).toHaveURL(/\/projector$/);
  await expect(page.getByRole('img', { name: 'QR-kode' })).toBeVisible();
  const wall = (await page.locator('main').innerText()).replaceAll(/\s/g, '');
  expect(wall).toContain(code);
  for (const { name } of cards) expect(wall).not.toContain(name);
  await expectAccessible(page, 'projector');

  for (const [place, card] of cards.slice(0, 2).entries()) {
    const tablet = await openPage();
    await enter(tablet, code, card);
    await beginQuestions(tablet);
    await answerRest(tablet, 1, place);
    await handIn(tablet);
  }

  await page.goto(sittingPath);
  await expect(page.getByText('2 av 26').first()).toBeVisible();
  const handedIn = page.getByRole('listitem').filter({ hasText: 'har svart' });
  await expect(handedIn).toHaveCount(2);
  for (const { name } of cards.slice(0, 2)) await expect(handedIn.filter({ hasText: name })).toHaveCount(1);
  await expectAccessible(page, 'open sitting');
  await closeSitting(page);
  await expectAccessible(page, 'closed sitting');

  await page.getByRole('link', { name: 'Se trivsel i klassen' }).click();
  await expect(page.getByText('2 av 26 elever svarte')).toBeVisible();
  await expect(page.getByText('2 svar', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, 'wellbeing');
  await page.getByText('Tabeller', { exact: true }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page, 'wellbeing as tables');

  await page.getByRole('link', { name: 'Vis klassen' }).click();
  await page.getByRole('button', { name: 'Lag oppsummeringen' }).click();
  await expect(page.getByText(/ · laget \d/)).toBeVisible();
  await expect(page.getByText('skjermet av hensyn til personvern').first()).toBeVisible();
});
