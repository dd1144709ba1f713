import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { acceptInvitation, expect, signInBy, test } from './empty-school.ts';
import { writeFjellvikCsv, writeFjellvikRoster } from './fjellvik-roster.ts';
import {
  addPerson,
  invite,
  moveIn,
  openPerson,
  proposePrincipal,
  registerGrounds,
  registerTraining,
} from './moved-in-school.ts';
import { readBadgeSheet } from './printed-badges.ts';
import { pressPictures } from './pupil.ts';
import { readClassCode } from './staff.ts';

const calendarFile = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1@fjellvik',
  'DTSTART;VALUE=DATE:20260831',
  'SUMMARY:Plandag for de ansatte',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@fjellvik',
  'DTSTART;VALUE=DATE:2026-13-45',
  'SUMMARY:Fri',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const [sun, fish, boat, tree] = ['sol', 'fisk', 'båt', 'tre'] as const;

/** Reads a file of pupils to what it leads to. */
const readList = async (page: Page, path: string): Promise<void> => {
  await page.goto('/school/roster');
  await page.getByLabel('Velg en fil').setInputFiles(path);
};

test('a school changes through the year: lists, a hidden pupil, a substitute, a free day, new pictures and badges', async ({
  page,
  openPage,
  emptySchool,
  watch,
}) => {
  test.setTimeout(240_000);
  watch.expected.push(/^40[34] GET \/api\/v1\/classes\//, /^422 POST \/api\/v1\/badge$/);
  await emptySchool.setNow(new Date('2026-08-17T07:00:00Z'));
  await moveIn(page, emptySchool, await writeFjellvikRoster(test.info().outputPath('roster')));
  await page.goto('/school/people');
  await addPerson(page, 'Rita', 'Rektor');
  await addPerson(page, 'Vida', 'Vikar');
  await proposePrincipal(page, 'Rita Rektor');
  await page.reload();
  const links = {
    principal: await invite(page, 'Rita Rektor'),
    teacher: await invite(page, 'Tea Moe'),
    substitute: await invite(page, 'Vida Vikar'),
  };
  const [principal, teacher, substitute] = await Promise.all([openPage(), openPage(), openPage()]);
  await acceptInvitation(principal, links.principal, 'Rektor');
  await principal.goto('/school/people');
  await principal.getByRole('button', { name: 'Bekreft Kontaktlærer 2A for Tea Moe' }).click();
  await registerTraining(principal, ['Tea Moe', 'Rita Rektor', 'Vida Vikar']);
  await registerGrounds(principal);
  await acceptInvitation(teacher, links.teacher, 'Kontaktlærer');
  await expect(teacher.getByRole('heading', { level: 1, name: '2A' })).toBeVisible();
  const classPath = new URL(teacher.url()).pathname;

  await test.step('a free day from a calendar file stands in the way of a round, which is moved', async () => {
    await principal.goto('/school/calendar');
    await principal.getByRole('button', { name: 'Lag forslag' }).click();
    await principal.getByRole('button', { name: 'Lagre planen' }).click();
    await expect(principal.getByText('Planen er lagret')).toBeVisible();
    const ics = test.info().outputPath('skolerute.ics');
    await writeFile(ics, calendarFile);
    await principal.getByText('Les inn skoleruten fra en kalenderfil').click();
    await principal.getByLabel('Kalenderfil').setInputFiles(ics);
    await principal.getByLabel(/^Plandag for de ansatte/).check();
    await expect(principal.getByText(/^Linje \d+: /)).toBeVisible();
    await expectAccessible(principal, 'calendar file with a broken line');
    await principal.getByRole('button', { name: 'Lagre 1 fridag eller ferie' }).click();
    const conflict = principal.getByText(
      'Runden åpner 31. august, og da har elevene fri (Plandag for de ansatte).',
    );
    await expect(conflict).toBeVisible();
    await principal
      .getByRole('button', { name: /^Flytt Trivsel.* en uke senere$/ })
      .first()
      .click();
    await expect(conflict).toHaveCount(0);
    await principal.getByRole('button', { name: 'Lagre planen' }).click();
    await expect(principal.getByText('Planen er lagret')).toBeVisible();
    await principal.goto('/school/checklist');
    await expect(principal.getByText('Neste runde:')).toContainText('7.–14. september');
  });

  await test.step('a hidden pupil stands with another name, and goes on doing so', async () => {
    await principal.goto('/school/hidden-pupils');
    await principal.getByLabel('Klasse').selectOption({ label: '2A (2026/2027)' });
    await principal.getByLabel('Elev', { exact: true }).selectOption({ label: 'Frida' });
    await principal.getByLabel('Nytt fornavn').fill('Mari');
    await principal.getByLabel('Nytt etternavn').fill('Holm');
    await principal.getByRole('button', { name: 'Bytt navn' }).click();
    await expect(principal.getByText('Eleven står nå som Mari Holm.')).toBeVisible();
    await teacher.goto(`${classPath}/picture-cards`);
    await expect(teacher.getByRole('heading', { name: 'Mari' })).toBeVisible();
    await expect(teacher.locator('body')).not.toContainText('Frida');
  });

  await test.step('a list from another system: its columns are asked for once, and that many leaving is asked twice', async () => {
    const list = await writeFjellvikCsv(test.info().outputPath('elever.csv'));
    await readList(page, list);
    await expect(page.getByRole('heading', { name: 'Hva står i kolonnene?' })).toBeVisible();
    await expect(page.getByLabel('Fornavn')).toHaveValue('Elevens fornavn');
    await page.getByLabel('Klasse').selectOption('Basisgr.');
    await page.getByLabel('Trinn').selectOption('Årskull');
    await expectAccessible(page, 'choosing columns');
    await page.getByRole('button', { name: 'Les filen' }).click();
    await expect(page.getByRole('heading', { name: 'Se over før listen tas i bruk' })).toBeVisible();
    const table = (title: string) => page.getByRole('table', { name: title });
    await expect(table('Slutter').getByRole('row')).toHaveText([/^Elev/, /Dina Prøve/, /Eskil Prøve/]);
    await expect(table('Bytter klasse eller trinn')).toContainText('Bo Prøve');
    await expect(table('Får nytt navn')).toContainText('Ada Ødegård');
    await expect(table('Nye på klasselistene')).toContainText('Gro Ås');
    await expect(table('Rader som ikke kunne leses').getByRole('row').last()).toContainText('elever.csv7');
    await expect(page.getByText('Frida')).toHaveCount(0);
    await expectAccessible(page, 'dry run that asks twice');
    await page.getByRole('button', { name: 'Ta listen i bruk' }).click();
    const second = page.getByRole('dialog', { name: 'Skal disse elevene slutte?' });
    await expect(second).toContainText('2 elever av 6 på klasselistene står ikke i filen');
    await expect(second).toContainText('1 rad kunne ikke leses, og noen av elevene kan stå der.');
    await second.getByRole('button', { name: 'Avbryt' }).click();
    await expect(page.getByRole('heading', { name: 'Se over før listen tas i bruk' })).toBeVisible();
    await page.getByRole('button', { name: 'Ta listen i bruk' }).click();
    await second.getByRole('button', { name: 'Ja, ta listen i bruk' }).click();
    await expect(page.getByText('Klasselistene er som i filen')).toBeVisible();

    await readList(page, list);
    await expect(page.getByText('Listen er lik den skolen har.')).toBeVisible();
    await teacher.reload();
    const cards = teacher.locator('main ul > li').getByRole('heading', { level: 2 });
    await expect(cards).toHaveText(['Ada', 'Cato', 'Mari']);
  });

  await test.step('a substitute starts nothing before the day, and sees the sitting and no more', async () => {
    await principal.goto('/school/people');
    const row = await openPerson(principal, 'Vida Vikar');
    await row.getByRole('button', { name: 'Gi tilgang' }).click();
    await row.getByLabel('Tilgang', { exact: true }).selectOption('substitute');
    await row.getByLabel('Fra og med').fill('2026-09-07');
    await row.getByLabel('Til og med').fill('2026-09-08');
    await row.getByRole('button', { name: 'Gi tilgangen' }).click();
    await expect(row.getByText('Vikar').first()).toBeVisible();
    await acceptInvitation(substitute, links.substitute, 'Vikar');
    await expect(substitute.getByText('Skal du ha en klasse her')).toBeVisible();
  });

  await emptySchool.setNow(new Date('2026-09-07T05:30:00Z'));
  await emptySchool.runDueWork();
  const [onMonday, standIn] = await Promise.all([openPage(), openPage()]);
  await signInBy(onMonday, 'Kontaktlærer');
  await signInBy(standIn, 'Vikar');
  await expect(standIn.getByRole('heading', { level: 1, name: '2A' })).toBeVisible();
  await standIn.getByRole('link', { name: 'Følg med og avslutt' }).click();
  await standIn.waitForURL('**/sitting/*');
  await standIn.getByRole('button', { name: 'Vis klassekoden' }).click();
  const code = await readClassCode(standIn);
  await expectAccessible(standIn, 'sitting, as a substitute');
  const signs = await standIn.request.get(`/api/v1${classPath.replace('/class/', '/classes/')}/signals`);
  expect(signs.status()).toBe(404);

  const tablet = await openPage();
  const ready = tablet.getByRole('heading', { name: 'Dette er greit å vite' });
  const findAda = async (): Promise<void> => {
    await tablet.goto('/s');
    await tablet.getByLabel('Klassekode').fill(code);
    await tablet.getByRole('button', { name: 'Neste' }).click();
    await tablet.getByRole('button', { name: 'Ada', exact: true }).click();
  };
  await test.step('a pupil without pictures chooses three, twice alike, and comes in by them afterwards', async () => {
    await findAda();
    await expect(tablet.getByRole('heading', { name: 'Velg tre bilder som skal være dine' })).toBeVisible();
    await expectAccessible(tablet, 'choosing pictures');
    await pressPictures(tablet, [sun, fish, boat]);
    await expect(
      tablet.getByRole('heading', { name: 'Velg de samme tre bildene en gang til' }),
    ).toBeVisible();
    await pressPictures(tablet, [sun, boat, fish]);
    await expect(tablet.getByRole('alert')).toContainText('Det ble ikke de samme bildene.');
    for (let time = 0; time < 2; time += 1) await pressPictures(tablet, [sun, fish, boat]);
    await expect(ready).toBeVisible();
    await tablet.context().clearCookies();
    await tablet.evaluate(() => indexedDB.deleteDatabase('samhold-elev'));
    await findAda();
    await pressPictures(tablet, [sun, fish, boat]);
    await expect(ready).toBeVisible();
  });

  await test.step('the teacher lets a pupil choose anew, and the old pictures are nobody’s', async () => {
    await onMonday.goto(`${classPath}/picture-cards`);
    const card = onMonday.locator('main ul > li').filter({ hasText: 'Ada' });
    await expect(card).toContainText('1. sol');
    await card.getByRole('button', { name: /^Nye bilder/ }).click();
    await onMonday.getByRole('button', { name: 'La eleven velge på nytt' }).click();
    await expect(card).toContainText('Velger tre bilder selv, første gang.');
    await tablet.context().clearCookies();
    await tablet.evaluate(() => indexedDB.deleteDatabase('samhold-elev'));
    await findAda();
    for (let time = 0; time < 2; time += 1) await pressPictures(tablet, [tree, sun, fish]);
    await expect(ready).toBeVisible();
  });

  await test.step('a badge that was lost is made again, alone, and the lost one opens nothing', async () => {
    await onMonday.goto(`${classPath}/badges`);
    const make = async (ask: string, confirm: string): Promise<string> => {
      const printing = onMonday.waitForEvent('download');
      const row = onMonday.getByRole('row').filter({ hasText: 'Cato' });
      await row.getByRole('button', { name: ask }).click();
      await onMonday.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
      const badges = readBadgeSheet(await readFile(await (await printing).path()));
      expect([...badges.keys()]).toEqual(['Cato']);
      return badges.get('Cato') ?? '';
    };
    const lost = await make('Lag merke', 'Lag merke');
    const kept = await make('Nytt merke', 'Lag nytt merke');
    const finder = await openPage();
    await finder.goto(lost);
    await expect(finder.getByText('Dette merket virker ikke lenger')).toBeVisible();
    const own = await openPage();
    await own.goto(kept);
    await expect(own.getByRole('heading', { name: 'Dette er greit å vite' })).toBeVisible();
  });

  await test.step('a substitute’s days are over at the end of the last', async () => {
    await standIn.close();
    await emptySchool.setNow(new Date('2026-09-09T06:00:00Z'));
    const later = await openPage();
    await signInBy(later, 'Vikar');
    await expect(later.getByText('Skal du ha en klasse her')).toBeVisible();
  });
});
