import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { madeIndicators, surveyFile } from './made-survey.ts';
import { publishReport } from './made-report.ts';
import { openGrade } from './open-grade.ts';
import { expectAccessible } from './accessibility.ts';
import { seenBy } from './pages-seen.ts';
import { lookAt } from './staff-page.ts';
import { closeSitting, signInAs, signInAsTeacherOf, startRound } from './staff.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replaceAll(uuid, '*')
    .replace(/(?<=questionnaires\/)[a-z]+-\d-\d/, '*');

/** Where the links of the page lead, on this site, besides what the api answers and the pupils' pages. */
const linksOf = (page: Page): Promise<readonly string[]> =>
  page.locator('a[href]').evaluateAll((links) =>
    links
      .map((link) => new URL((link as HTMLAnchorElement).href))
      .filter(({ origin, pathname }) => origin === location.origin && !/^\/(api\/|s$|$)/.test(pathname))
      .map(({ pathname, search }) => pathname + search),
  );

/**
 * Follows a link to each kind of page from where the page stands, and looks at it. Returns the kinds. Of a page that somebody
 * else looks at in full, by keyboard and enlarged, it is asked whether it is accessible as this role has it.
 */
const lookAtAll = async (
  page: Page,
  role: string,
  inFullByOthers: readonly string[] = [],
): Promise<readonly string[]> => {
  const paths = [new URL(page.url()).pathname];
  const kinds = new Set(paths.map(kindOf));
  const pagesOf = new Map<string, string[]>();
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page, path).toHaveTitle(/ – Samhold$/);
    for (const link of await linksOf(page)) {
      if (!kinds.has(kindOf(link))) paths.push(link);
      kinds.add(kindOf(link));
    }
    // A page that only leads on to the newest round has that round's title.
    if (new URL(page.url()).pathname === path.replace(/\?.*/, ''))
      pagesOf.set(await page.title(), [...(pagesOf.get(await page.title()) ?? []), kindOf(path)]);
    const place = `${kindOf(path)} as ${role}`;
    // A pupil's screen, which takes the keyboard to its question: pupil-accessibility.spec.ts walks it.
    if (path.endsWith('/preview') || inFullByOthers.includes(kindOf(path)))
      await expectAccessible(page, place);
    else await lookAt(page, place);
  }
  const shared = [...pagesOf].filter(([, pages]) => pages.length > 1);
  expect.soft(shared, `titles that pages share as ${role}`).toEqual([]);
  return [...kinds].toSorted();
};

// Each role's walk takes minutes, and none needs another's.
test.describe.configure({ mode: 'parallel' });

test('every page is somebody’s', () => {
  const routes = new URL('../src/routes/', import.meta.url);
  const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/+page.svelte'))
    .map((file) => dirname(file).replace(/^\([a-z]+\)/, ''))
    .map((path) => (path === '' ? '/' : path.replace('[...path]', 'nowhere').replaceAll(/\[\w+\]/g, '*')));
  expect(new Set(Object.values(seenBy).flat())).toEqual(new Set(pages));
});

test('pages before signing in', async ({ page }) => {
  test.slow();
  for (const path of seenBy.nobody) {
    await page.goto(path);
    await lookAt(page, path);
  }
});

test('pages of a contact teacher', async ({ page, openPage }) => {
  test.setTimeout(600_000);
  await openGrade(await openPage(), 7, 'Nye grupper til valgfag.');
  const classId = await signInAsTeacherOf(page, '7B');
  await startRound(page, 'Klassens egen runde', 'Start trivselsundersøkelse');
  const sitting = page.url();
  await page.goto(`/class/${classId}/summary`);
  await page.getByRole('button', { name: 'Lag oppsummeringen' }).click();
  await page.getByRole('link', { name: /for klassen|visningen/ }).waitFor();
  await page.goto(`/class/${classId}/measures`);
  await page.getByLabel('Fra', { exact: true }).fill('2026-09-28');
  await page.getByRole('button', { name: 'Start tiltaket' }).click();
  await page.getByRole('link', { name: /^Se før og etter/ }).waitFor();
  await page.goto(`/class/${classId}`);
  expect(await lookAtAll(page, 'teacher')).toEqual(seenBy.teacher);
  await page.goto(sitting);
  await closeSitting(page);
  await page.reload();
  await lookAt(page, 'a closed sitting');
});

test('pages of the headteacher', async ({ page }) => {
  test.setTimeout(600_000);
  await openGrade(page, 3, 'Nye grupper til svømming.');
  await page.goto('/school/national-survey');
  await page.getByLabel('Velg en fil').setInputFiles(surveyFile(madeIndicators));
  await page.getByRole('button', { name: 'Ta tallene i bruk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Elevundersøkelsen' }).waitFor();
  await publishReport(page, 'Ledelsen', 'Til ledermøtet');
  await page.goto('/meetings');
  await page.getByLabel('Dag').fill('2026-12-03');
  await page.getByRole('button', { name: 'Lag saklisten' }).click();
  await page.getByRole('heading', { level: 1, name: /^Elevsaksmøte \d/ }).waitFor();
  await page.goto('/school');
  expect(await lookAtAll(page, 'leadership', seenBy.teacher)).toEqual(seenBy.leadership);
});

test('pages of an administrator', async ({ page }) => {
  test.setTimeout(600_000);
  await signInAs(page, 'Administrasjonskonsulent');
  await page.goto('/school/roster');
  await page.getByLabel('Velg en fil').setInputFiles({
    name: 'elever.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('klasse;trinn;fornavn;etternavn;id\n1A;1;Ask;Lie;u1\n1A;1;;Moe;u2\n'),
  });
  await page.getByRole('heading', { name: 'Se over før listen tas i bruk' }).waitFor();
  expect(await lookAtAll(page, 'administrator', seenBy.teacher)).toEqual(seenBy.administrator);
  await page.goto('/school/roster');
  await page
    .getByRole('link', { name: /kl\. \d/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Legg bort' }).click();
  await page.getByRole('heading', { level: 1, name: 'Elevliste' }).waitFor();
});

test('pages of a social teacher', async ({ page }) => {
  test.slow();
  await signInAs(page, 'Sosiallærer');
  await page.goto('/meetings');
  await page.getByLabel('Dag').fill('2026-12-10');
  await page.getByRole('button', { name: 'Lag saklisten' }).click();
  await page.getByRole('heading', { level: 1, name: /^Elevsaksmøte \d/ }).waitFor();
  await page.goto('/talks');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(await lookAtAll(page, 'social teacher', [...seenBy.teacher, ...seenBy.leadership])).toEqual(
    seenBy.socialTeacher,
  );
});
