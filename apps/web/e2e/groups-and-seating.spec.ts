import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ClassArrangements } from '@samhold/contract';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './staff-page.ts';
import { signInAsTeacherOf } from './staff.ts';

const proposed = async (page: Page, title: 'Gruppene' | 'Plassene'): Promise<void> => {
  await page.getByRole('button', { name: /^Lag (et annet )?forslag$/ }).click();
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Regner på det.')).toBeHidden();
};
const choose = (page: Page, text: string): Promise<void> =>
  page.locator('.ds-toggle-group label', { hasText: new RegExp(`^${text}$`) }).click();
const pupils = (page: Page): Locator => page.locator('button[data-pupil]');
/** «Ella, gruppe 2, …» for everyone, in the order of the page. */
const standing = (page: Page): Promise<readonly string[]> => pupils(page).allInnerTexts();
const press = async (page: Page, one: Locator): Promise<void> => {
  await one.focus();
  await page.keyboard.press('Enter');
};

test('a teacher proposes groups, moves a pupil by keyboard, undoes it, loses nothing, and takes them in use', async ({
  page,
}) => {
  const classId = await signInAsTeacherOf(page, '6A');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page
    .getByRole('navigation', { name: 'Klassen' })
    .getByRole('link', { name: 'Grupper og plasser' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Grupper og plasser' })).toBeVisible();
  await expect(page.getByText(/av \d+ elever har svart/)).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([
    `/api/v1/classes/${classId}/arrangements`,
  ]);

  // The solver runs in a worker, under the policy of the pages as they are served.
  const solver = page.waitForResponse(/highs.*\.wasm$/);
  await proposed(page, 'Gruppene');
  expect((await solver).status()).toBe(200);
  await expect(page.getByText('ingen annen fordeling er bedre enn forslaget')).toBeVisible();
  await expect(page.getByText(/^Alle \d+ som har ønsket seg noen/)).toBeVisible();

  // By keyboard alone: take hold, go to another, and back.
  const before = await standing(page);
  await press(page, pupils(page).first());
  await expect(page.getByText(/^Du flytter/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Du flytter/)).toBeHidden();
  await press(page, pupils(page).first());
  await press(page, page.getByRole('button', { name: 'Flytt hit til gruppe 7' }));
  await expect(page.getByText(/er flyttet til gruppe 7\.$/)).toBeVisible();
  await expect(page.locator('button[data-pupil]:focus')).toHaveCount(1);
  await expect(page.getByText(/dårligere enn forslaget|bedre enn forslaget når|like godt/)).toBeVisible();
  expect(await standing(page)).not.toEqual(before);
  await expect(page.getByText('Etter flyttingen holdes ikke dette lenger')).toBeHidden();
  await press(page, pupils(page).nth(1));
  await press(page, pupils(page).last());
  await expect(page.getByText(/har byttet plass\.$/)).toBeVisible();
  const moved = await standing(page);

  // What is not taken in use outlives the page, settings and moves alike.
  await page.getByLabel('Elever i hver gruppe', { exact: true }).last().fill('5');
  await page.reload();
  await expect(page.getByLabel('Elever i hver gruppe', { exact: true }).last()).toHaveValue('5');
  expect(await standing(page)).toEqual(moved);
  await expect(page.getByText('Innstillingene er endret siden forslaget ble laget')).toBeVisible();
  await page.getByLabel('Elever i hver gruppe', { exact: true }).last().fill('4');

  await press(page, pupils(page).first());
  await press(page, pupils(page).last());
  expect(await standing(page)).not.toEqual(moved);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Flyttingen er angret.')).toBeVisible();
  expect(await standing(page)).toEqual(moved);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+z');
  expect(await standing(page)).toEqual(moved);

  await page.getByLabel('Skjul ønskene').check();
  await expect(page.getByText('Ønskene er skjult')).toBeVisible();
  await expect(page.getByText('Uten noen de har ønsket seg')).toBeHidden();
  expect((await standing(page)).join()).not.toContain('ønsket');
  await page.getByLabel('Skjul ønskene').uncheck();

  await page.reload();
  await page.evaluate(() => scrollTo(0, 0));
  await lookAt(page, 'groups that are proposed');

  await page.getByRole('button', { name: 'Ta i bruk' }).click();
  await expect(page.getByText(/^I bruk fra \d/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Gruppeliste (PDF)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('grupper.pdf');
  expect((await readFile(await file.path())).toString('latin1')).toMatch(/^%PDF-/);

  // What was in use counts: the next groups bring together others.
  await expect(page.getByLabel('La dem komme sammen med noen nye')).toBeChecked();
  await proposed(page, 'Gruppene');
  await expect.poll(() => standing(page)).not.toEqual(moved);
  const repeats = async () =>
    Number(
      await page
        .getByRole('row', { name: 'Par som har vært sammen før' })
        .getByRole('cell')
        .last()
        .innerText(),
    );
  const withNew = await repeats();
  await page.getByLabel('La dem komme sammen med noen nye').uncheck();
  await proposed(page, 'Gruppene');
  await expect.poll(repeats).toBeGreaterThan(withNew);

  // Put aside, it counts no longer; undone, it does.
  await page.getByRole('button', { name: /^Legg bort/ }).click();
  await expect(page.getByText('er lagt bort, og teller ikke lenger')).toBeVisible();
  await expect(page.getByText('Ingenting ennå.')).toBeVisible();
  await page.getByRole('button', { name: /^Angre \d/ }).click();
  await expect(page.getByRole('button', { name: /^Legg bort/ })).toBeVisible();
});

test('a teacher draws a room, is told what does not go together, and drags a pupil to a free seat', async ({
  page,
}) => {
  const classId = await signInAsTeacherOf(page, '5A');
  await page.goto(`/class/${classId}/groups`);
  await choose(page, 'Plasser');
  await proposed(page, 'Plassene');

  // A mouse takes a pupil to a free seat.
  const [name = ''] = (await pupils(page).first().innerText()).split(',');
  await pupils(page).first().dragTo(page.locator('button[data-place]').last(), { force: true });
  await expect(page.getByText(new RegExp(`^${name.trim()} er flyttet til rad`))).toBeVisible();
  await page.getByRole('button', { name: 'Angre', exact: true }).click();

  // Fixed where the pupil sits, and kept there by the next proposal.
  await press(page, pupils(page).nth(2));
  const seat = /rad \d+, plass \d+/.exec(await pupils(page).nth(2).innerText())?.[0] ?? '';
  await page.getByRole('button', { name: /^Gi fast plass/ }).click();
  await expect(page.getByText('har fast plass i neste forslag')).toBeVisible();
  const fixed = (await pupils(page).nth(2).innerText()).split(',')[0]?.trim() ?? '';
  await proposed(page, 'Plassene');
  await expect(
    pupils(page)
      .filter({ hasText: `${fixed}` })
      .filter({ hasText: seat }),
  ).toHaveCount(1);

  // A drawing by keyboard, from the room as it was; too few seats is said.
  await choose(page, 'Tegn selv');
  const square = page.getByRole('button', { name: 'Rad 1, plass 1', exact: true });
  await square.focus();
  await expect(square).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Rad 1, plass 3', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.evaluate(() => scrollTo(0, 0));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Rad 1, plass 3', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await lookAt(page, 'a drawing of a room, and seats that are proposed');
  await page.getByRole('button', { name: 'Tøm tegningen' }).click();
  await page.getByRole('button', { name: 'Lag forslag' }).click();
  await expect(page.getByText(/^Rommet har 0.plasser til \d+.elever\.$/)).toBeVisible();
  await expectAccessible(page, 'what does not go together');

  // Three wishes that cannot all be kept are told, and those three alone.
  await page.reload();
  await choose(page, 'Grupper');
  await page.getByText('Hvem skal være sammen, hver for seg').click();
  const pair = async (legend: string, first: number, second: number) => {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel('Elev', { exact: true }).selectOption({ index: first });
    await group.getByLabel('og elev').selectOption({ index: second });
    await group.getByRole('button', { name: /^Legg til/ }).click();
  };
  await pair('Skal være i samme gruppe', 1, 1);
  await pair('Skal være i samme gruppe', 2, 2);
  await pair('Skal ikke være i samme gruppe', 1, 2);
  await pair('Skal ikke være i samme gruppe', 8, 9);
  await page.getByRole('button', { name: 'Lag forslag' }).click();
  const conflict = page.getByRole('status').filter({ hasText: 'Dette går ikke sammen' });
  await expect(conflict.getByRole('listitem')).toHaveCount(3);
});

test('where the solver cannot be loaded, groups are proposed all the same, and the page says what that means', async ({
  page,
  watch,
}) => {
  watch.expected.push(/wasm/);
  const classId = await signInAsTeacherOf(page, '7A');
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(`/class/${classId}/groups`);
  await proposed(page, 'Gruppene');
  await expect(page.getByText('Forslaget er det beste som ble funnet på kort tid.')).toBeVisible();
  await page.route(/propose-arrangement\.worker.*\.js$/, (route) => route.abort());
  await page.getByLabel('Elever i hver gruppe', { exact: true }).last().fill('3');
  watch.expected.push(/propose-arrangement\.worker/, /Failed to fetch/);
  await proposed(page, 'Gruppene');
  await expect(page.getByText('Forslaget er det beste som ble funnet på kort tid.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: /^Gruppe 8/ })).toBeVisible();
});

test('a class without pupils, without a sociogram, or with nobody who answered, has a page that helps', async ({
  page,
}) => {
  const classId = await signInAsTeacherOf(page, '6B');
  const path = `/api/v1/classes/${classId}/arrangements`;
  /** The page as it is when the answer of the server is changed like this. */
  const openWith = async (change: (answer: ClassArrangements) => ClassArrangements): Promise<void> => {
    await page.unroute(`**${path}`);
    await page.route(`**${path}`, async (route) => {
      const response = await route.fetch();
      // The server checks its answer against the contract.
      await route.fulfill({ response, json: change((await response.json()) as ClassArrangements) });
    });
    await page.goto(`/class/${classId}/groups`);
    await expect(page.getByRole('heading', { level: 1, name: 'Grupper og plasser' })).toBeVisible();
  };

  await openWith((answer) => ({ ...answer, pupils: [], wishes: null, earlier: [] }));
  await expect(page.getByText('Klassen har ingen elever i listen ennå.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lag forslag' })).toHaveCount(0);
  await expectAccessible(page, 'groups of a class without pupils');

  await openWith((answer) => ({ ...answer, wishes: null }));
  await expect(page.getByRole('link', { name: 'Start et sosiogram fra siden for klassen' })).toBeVisible();
  await proposed(page, 'Gruppene');
  await expect(page.getByText('Ingen av elevene har ønsker som teller her.')).toBeVisible();
  await expectAccessible(page, 'groups without a sociogram');

  await openWith((answer) => ({
    ...answer,
    pupils: answer.pupils.map((pupil) => ({ ...pupil, label: 'Emma Sofie' })),
    wishes: answer.wishes && {
      ...answer.wishes,
      responded: [],
      criteria: answer.wishes.criteria.map((criterion) => ({ ...criterion, choices: [] })),
    },
  }));
  await expect(page.getByText('har svart, så det er ingen ønsker å ta hensyn til')).toBeVisible();
  await proposed(page, 'Gruppene');
  await page.getByText(/uten et ønske oppfylt, og hva som sto i veien$/).click();
  await expect(
    page.getByText('Emma Sofie har ikke svart på sosiogrammet. Spør eleven.').first(),
  ).toBeVisible();

  // Somebody has left since the proposal was made: it goes, and that is said.
  await openWith((answer) => ({ ...answer, pupils: answer.pupils.slice(1) }));
  await expect(page.getByText('Klasselisten er endret')).toBeVisible();
  await expect(pupils(page)).toHaveCount(0);

  // All are away.
  await page.getByText('Hvem skal være sammen, hver for seg').click();
  const away = page.getByRole('group', { name: 'Ikke med denne gangen' }).getByRole('checkbox');
  for (const box of await away.all()) await box.check();
  await expect(page.getByText('Alle er krysset av')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lag forslag' })).toBeDisabled();
});
