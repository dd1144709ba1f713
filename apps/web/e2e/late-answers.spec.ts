import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { chooseToTheEnd, readChoices, startSociogram } from './own-choices.ts';
import { beginQuestions, enter } from './pupil.ts';
import { closeSitting, signInAsTeacherOf } from './staff.ts';

const HOUR = 3_600_000;
/** Before today; more than any break and the school day after it. */
const LONG_AGO = 21 * 24;

test('a class is done while tablets are without a network: a day later answers still count, after that the teacher decides', async ({
  page,
  openPage,
  product,
  watch,
}) => {
  test.slow();
  watch.expected.push(/^net::ERR_INTERNET_DISCONNECTED /);
  const hoursAgo = (hours: number) => product.setNow(new Date(Date.now() - hours * HOUR));
  await hoursAgo(LONG_AGO);
  const { cardAt, code, path } = await startSociogram(page);
  const tablets: Page[] = [];
  const chosen = [];
  for (const place of [0, 1, 2]) {
    const tablet = await openPage();
    await enter(tablet, code, cardAt(place));
    await beginQuestions(tablet);
    await tablet.context().setOffline(true);
    chosen.push(await chooseToTheEnd(tablet, 2 * place));
    await tablet.getByText('Nei takk', { exact: true }).click();
    await tablet.getByRole('button', { name: 'Lever svarene' }).click();
    await expect(tablet.getByRole('heading', { name: 'Takk. Svarene dine er tatt vare på.' })).toBeVisible();
    tablets.push(tablet);
  }
  await page.goto(path);
  await closeSitting(page);
  const none = await readChoices(page);
  expect([0, 1, 2].flatMap((place) => none(cardAt(place).name).flat())).toEqual([]);

  const comesBack = async (tablet: Page, title: string): Promise<void> => {
    await tablet.context().setOffline(false);
    await expect(tablet.getByRole('heading', { name: title })).toBeVisible();
  };
  /** Hours later a session is over. */
  const teacherNow = async (): Promise<Page> => {
    const teacher = await openPage();
    await signInAsTeacherOf(teacher, '7B');
    await teacher.goto(path);
    return teacher;
  };

  await hoursAgo(LONG_AGO - 23);
  const [first, ...others] = tablets;
  if (first === undefined) throw new Error('No tablet is open.');
  await comesBack(first, 'Takk. Svarene dine er levert.');
  const within = await readChoices(await teacherNow());
  expect(within(cardAt(0).name)).toEqual(chosen[0]);
  expect([1, 2].flatMap((place) => within(cardAt(place).name).flat())).toEqual([]);

  await hoursAgo(0);
  for (const late of others) {
    await comesBack(late, 'Klassen var ferdig før svarene dine kom fram');
    await expect(late.getByText('Læreren din bestemmer om de blir med.')).toBeVisible();
  }
  const teacher = await teacherNow();
  const row = (place: number) => teacher.getByRole('listitem').filter({ hasText: cardAt(place).name });
  await expect(teacher.getByText('Svar som kom for sent. Skal de være med?')).toHaveCount(2);
  await expectAccessible(teacher, 'answers that came too late');
  await row(1).getByRole('button', { name: 'Ta med' }).click();
  await expect(row(1).getByText('har svart')).toBeVisible();
  await row(2).getByRole('button', { name: 'Ta ikke med' }).click();
  await expect(teacher.getByText('Svar som kom for sent.')).toHaveCount(0);
  const after = await readChoices(teacher);
  expect(after(cardAt(0).name)).toEqual(chosen[0]);
  expect(after(cardAt(1).name)).toEqual(chosen[1]);
  expect(after(cardAt(2).name).flat()).toEqual([]);
});
