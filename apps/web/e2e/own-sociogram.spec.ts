import type { SociogramRound } from '@samhold/contract';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { openSociogram } from './own-choices.ts';
import { answerRest, beginQuestions, enter, handIn } from './pupil.ts';
import { closeSitting, readClassCode, readPictureCards, signInAsTeacherOf, startRound } from './staff.ts';

/** What the table says of each pupil, as label → cells. */
const readTable = async (page: Page): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await page.getByRole('table').locator('tbody tr').all();
  return new Map(
    await Promise.all(
      rows.map(
        async (row) =>
          [await row.locator('th').innerText(), await row.locator('td').allInnerTexts()] as const,
      ),
    ),
  );
};

/** The same, from what the api sent about one criterion. */
const rowsOf = (sociogram: SociogramRound, criterionId: string): ReadonlyMap<string, readonly string[]> => {
  const criterion = sociogram.criteria.find((one) => one.criterionId === criterionId);
  if (criterion === undefined) throw new Error(`The sociogram lacks ${criterionId}.`);
  const { choices, respondents } = criterion;
  const chose = (from: string, to: string): boolean =>
    choices.some((choice) => choice.from === from && choice.to === to);
  return new Map(
    sociogram.pupils.map(({ pupilId, label, responded }) => {
      const received = choices.filter(({ to }) => to === pupilId).length;
      const given = choices.filter(({ from }) => from === pupilId);
      const others = respondents.length - (responded ? 1 : 0);
      const own = responded
        ? [String(given.length), String(given.filter(({ to }) => chose(to, pupilId)).length)]
        : ['har ikke svart'];
      return [label, [`${received} av ${others}`, ...own]];
    }),
  );
};

test('a class makes its own sociogram, and the teacher reads it', async ({ page, openPage }) => {
  test.slow();
  const classId = await signInAsTeacherOf(page, '3B');
  const cards = await readPictureCards(page, classId);
  await page.goto(`/class/${classId}`);
  await startRound(page, 'Klassens egen runde', 'Start sosiogram');
  const sittingPath = new URL(page.url()).pathname;
  const code = await readClassCode(page);

  for (const [place, card] of cards.slice(0, 2).entries()) {
    const tablet = await openPage();
    await enter(tablet, code, card);
    await beginQuestions(tablet);
    await answerRest(tablet, 1, place);
    await handIn(tablet);
  }

  await page.goto(sittingPath);
  await expect(page.getByText(`2 av ${cards.length}`).first()).toBeVisible();
  await closeSitting(page);
  const sociogram = await openSociogram(page);
  const pupils = page.locator('[data-pupil]');
  await expect(pupils).toHaveCount(cards.length);
  await expectAccessible(page, 'sociogram');

  await page.getByText('Friminutt', { exact: true }).click();
  await expect(page.getByRole('group', { name: /^Sosiogram, Friminutt/ })).toBeVisible();

  await test.step('the same choices as a target, a matrix, a table and in sentences', async () => {
    const show = (view: string) => page.getByText(view, { exact: true }).click();
    await show('Målskive');
    await expect(page.getByRole('group', { name: /^Målskive, Friminutt/ })).toBeVisible();
    await expect(pupils).toHaveCount(cards.length);
    await expect(page.locator('svg .rings path')).toHaveCount(4);
    await expect(page.getByText('ikke valgt av noen som svarte')).toBeVisible();
    await expectAccessible(page, 'sociogram as a target');

    await show('Matrise');
    const { choices } = sociogram.criteria.find(({ criterionId }) => criterionId === 'recess') ?? {
      choices: [],
    };
    const matrix = page.getByRole('table', { name: 'Hvem som valgte hvem: Friminutt' });
    const chosen = matrix.getByText(/^valgte( hverandre)?$/);
    await expect(matrix.getByRole('row')).toHaveCount(cards.length + 1);
    await expect(chosen).toHaveCount(choices.length);
    await expectAccessible(page, 'sociogram as a matrix');
    const isMutual = ({ from, to }: { from: string; to: string }) =>
      choices.some((back) => back.from === to && back.to === from);
    await page.getByLabel('Bare gjensidige valg').check();
    await expect(chosen).toHaveCount(choices.filter(isMutual).length);

    await show('Nettverk');
    await expect(page.locator('.ties > g:not(.mutual)')).toHaveCount(0);
    await page.getByLabel('Bare gjensidige valg').uncheck();
    await expect(page.locator('.ties > g')).not.toHaveCount(0);

    await show('Tabell');
    expect(await readTable(page)).toEqual(rowsOf(sociogram, 'recess'));
    await show('Setninger');
    await expect(page.locator('li').getByRole('heading', { level: 2 })).toHaveCount(cards.length);
    await expectAccessible(page, 'sociogram in sentences');
    await show('Nettverk');
  });

  await page.getByRole('radio', { name: 'Friminutt' }).focus();
  // The views, hiding the names, mutual choices only, saving.
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
  await expect(pupils.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(pupils.nth(1)).toBeFocused();
  const words = page.locator('figcaption [aria-live]');
  await expect(words).toContainText(/Valgt av \d+ av \d+ som svarte/);
  await expectAccessible(page, 'sociogram with a pupil in focus');

  // What the pointer brought forth can be pointed at itself, and dismissed without moving the pointer.
  await pupils.nth(2).hover();
  const pointedAt = ((await pupils.nth(2).getAttribute('aria-label')) ?? '').split('.')[0] ?? '';
  await expect(words.getByRole('heading')).toHaveText(pointedAt);
  await words.hover();
  await expect(words.getByRole('heading')).toHaveText(pointedAt);
  await page.keyboard.press('Escape');
  await expect(words.getByRole('heading')).toHaveCount(0);

  await page.getByLabel('Skjul navnene').check();
  for (const view of ['Målskive', 'Matrise', 'Tabell', 'Setninger', 'Nettverk']) {
    await page.getByText(view, { exact: true }).click();
    await expect(page.getByRole('table')).toHaveCount(0);
    const shown = await page.locator('main').innerText();
    for (const { name } of cards) expect(shown).not.toMatch(new RegExp(`(^|\\s)${name}(\\s|$)`));
  }
});
