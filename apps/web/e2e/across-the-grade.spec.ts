import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { answerRest, beginQuestions, enter, handIn } from './pupil.ts';
import { closeSitting, readClassCode, readPictureCards, signInAsTeacherOf } from './staff.ts';

test('a class may choose across the grade: the pupil sees the other class by name, the teacher a count', async ({
  page,
  openPage,
}) => {
  const classId = await signInAsTeacherOf(page, '5B');
  const [card] = await readPictureCards(page, classId);
  if (card === undefined) throw new Error('The class has no pupils.');
  await page.goto(`/class/${classId}`);
  await page.getByText('Start en egen runde').click();
  const own = page
    .locator('section')
    .filter({ hasText: 'Klassens egen runde' })
    .filter({ has: page.getByRole('button', { name: 'Start sosiogram' }) });
  await own.getByText('Spørsmål og antall valg').click();
  await own.getByLabel('Elevene kan også velge andre på trinnet').check();
  await expectAccessible(page, 'settings of a sociogram across the grade');
  await own.getByRole('button', { name: 'Start sosiogram' }).click();
  const code = await readClassCode(page);

  const tablet = await openPage();
  await enter(tablet, code, card);
  await beginQuestions(tablet);
  const mine = tablet.getByRole('region', { name: 'Klassen min' });
  const others = tablet.getByRole('region', { name: 'Andre på trinnet: 5A' });
  await expect(mine).toBeVisible();
  await others.getByRole('checkbox').first().check();
  await expect(tablet.getByText('Du har valgt 1 av')).toBeVisible();
  await expectAccessible(tablet, 'choosing across the grade');
  await tablet.getByRole('button', { name: 'Neste' }).click();
  await answerRest(tablet, 2, 0);
  await handIn(tablet);

  await page.getByText('1 av', { exact: false }).first().waitFor();
  await closeSitting(page);
  await page.getByRole('link', { name: 'Se sosiogrammet' }).click();
  await page.getByText('Tabell', { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: card.name });
  await expect(row.getByText('og 1 utenfor klassen').first()).toBeVisible();
  await expectAccessible(page, 'sociogram with choices outside the class');
});
