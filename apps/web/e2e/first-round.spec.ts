import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { acceptInvitation, expect, signInBy, test } from './empty-school.ts';
import {
  addPerson,
  invite,
  moveIn,
  proposePrincipal,
  registerGrounds,
  registerTraining,
} from './moved-in-school.ts';
import { pupilsOf2A, writeFjellvikRoster } from './fjellvik-roster.ts';
import { readBadgeSheet } from './printed-badges.ts';
import { answerRest, beginQuestions, handIn } from './pupil.ts';

const [answers, revoked] = ['Ada', 'Bo'] as const;

test('a real school moves in, and its first round opens and closes by the clock', async ({
  page,
  openPage,
  emptySchool,
  watch,
}) => {
  test.setTimeout(180_000);
  watch.expected.push(
    /^403 GET \/api\/v1\/(classes|cases)/, // before training
    /^404 GET \/api\/v1\/classes\//, // before the relation is confirmed
    /^422 POST \/api\/v1\/badge$/, // a badge that was revoked
  );
  /** Days later every session is over: in a browser of its own, by the school's own sign-in. */
  const signedIn = async (title: string): Promise<Page> => {
    const own = await openPage();
    await signInBy(own, title);
    return own;
  };
  await emptySchool.setNow(new Date('2026-08-17T07:00:00Z'));
  await moveIn(page, emptySchool, await writeFjellvikRoster(test.info().outputPath('roster')));

  await page.getByRole('link', { name: 'Gå til ansatte og tilganger' }).click();
  await addPerson(page, 'Rita', 'Rektor');
  await proposePrincipal(page, 'Rita Rektor');
  await expectAccessible(page, 'staff, as administrator');
  await page.reload();
  const principalLink = await invite(page, 'Rita Rektor');
  const teacherLink = await invite(page, 'Tea Moe');

  // The teacher has signed in before anybody has confirmed her: she is nobody's teacher yet.
  const teacher = await openPage();
  await acceptInvitation(teacher, teacherLink, 'Kontaktlærer');
  await expect(teacher.getByText('Skal du ha en klasse her')).toBeVisible();

  const principal = await openPage();
  await acceptInvitation(principal, principalLink, 'Rektor');
  await principal.goto('/school/people');
  await expect(principal.getByText('Kontaktlærer 2A').first()).toBeVisible();
  await expectAccessible(principal, 'staff, as leadership');
  await principal.getByRole('button', { name: 'Bekreft Kontaktlærer 2A for Tea Moe' }).click();
  await expect(principal.getByRole('heading', { name: /forslag venter/ })).toHaveCount(0);

  // Confirmed, but without training: the class is hers, and its names are not.
  await teacher.goto('/');
  await expect(teacher.getByText('Opplæring i personvern er ikke registrert')).toBeVisible();
  await registerTraining(principal, ['Tea Moe', 'Rita Rektor'], () =>
    expectAccessible(principal, 'recording training'),
  );
  await expect(principal.getByText('1 ansatt venter')).toBeVisible();
  await teacher.goto('/');
  await expect(teacher.getByRole('heading', { level: 1, name: '2A' })).toBeVisible();
  await expect(teacher.getByText('Runder kan starte når ledelsen har registrert formål')).toBeVisible();

  await registerGrounds(principal, () => expectAccessible(principal, 'grounds'));

  await principal.goto('/school/calendar');
  await principal.getByRole('button', { name: 'Lag forslag' }).click();
  await expect(principal.getByText('ikke lagret').first()).toBeVisible();
  await expectAccessible(principal, 'calendar with a proposal');
  await principal.getByRole('button', { name: 'Lagre planen' }).click();
  await expect(principal.getByText('Planen er lagret')).toBeVisible();

  await principal.goto('/school/checklist');
  await expect(principal.getByText('Alt er klart')).toBeVisible();
  await expectAccessible(principal, 'checklist of a school that is ready');
  const nextRound = await principal.getByText('Neste runde:').innerText();
  expect(nextRound).toMatch(/31\. august/);

  const classPath = new URL(teacher.url()).pathname;
  await teacher.goto(`${classPath}/badges`);
  const printing = teacher.waitForEvent('download');
  await teacher.getByRole('button', { name: 'Lag merker for klassen' }).click();
  const badges = readBadgeSheet(await readFile(await (await printing).path()));
  expect([...badges.keys()].sort()).toEqual([...pupilsOf2A]);
  const revokedRow = teacher.getByRole('row').filter({ hasText: revoked });
  await revokedRow.getByRole('button', { name: 'Trekk tilbake' }).click();
  await revokedRow.getByRole('button', { name: 'Trekk tilbake merket' }).click();
  await expect(teacher.getByText('Merket er trukket tilbake')).toBeVisible();

  // The Friday before, the teacher is told; on the Monday at seven the round opens, once.
  await emptySchool.setNow(new Date('2026-08-28T06:00:00Z'));
  await emptySchool.runDueWork();
  const onFriday = await signedIn('Kontaktlærer');
  await expect(onFriday.getByText('åpner 31. august 2026 klokka 7').first()).toBeVisible();
  await expect(onFriday.getByRole('link', { name: 'Følg med og avslutt' })).toHaveCount(0);
  // A notice that is put away by mistake is fetched back.
  const notices = onFriday.getByRole('region', { name: 'Beskjeder' });
  const told = await notices.getByRole('listitem').count();
  await notices.getByRole('button', { name: /^Lest/ }).first().click();
  await expect(notices.getByRole('listitem')).toHaveCount(told - 1);
  await notices.getByRole('button', { name: 'Angre' }).click();
  await expect(notices.getByRole('listitem')).toHaveCount(told);
  await emptySchool.setNow(new Date('2026-08-31T05:30:00Z'));
  await Promise.all([emptySchool.runDueWork(), emptySchool.runDueWork()]);
  const onMonday = await signedIn('Kontaktlærer');
  await expect(onMonday.getByRole('link', { name: 'Følg med og avslutt' })).toHaveCount(1);
  await expectAccessible(onMonday, 'class page of an open round');

  const tablet = await openPage();
  await tablet.goto(badges.get(answers) ?? '');
  await expect(tablet.getByRole('heading', { name: 'Dette er greit å vite' })).toBeVisible();
  expect(new URL(tablet.url()).hash).toBe('');
  await beginQuestions(tablet);
  await answerRest(tablet, 1, 0);
  await handIn(tablet);
  const lost = await openPage();
  await lost.goto(badges.get(revoked) ?? '');
  await expect(lost.getByText('Dette merket virker ikke lenger')).toBeVisible();
  await expect(lost.getByLabel('Klassekode')).toBeVisible();
  await onMonday.reload();
  await expect(onMonday.getByText('1 av 6').first()).toBeVisible();

  // Five school days later the sitting has closed, and the day after its last the round.
  await emptySchool.setNow(new Date('2026-09-08T05:30:00Z'));
  await emptySchool.runDueWork();
  const afterwards = await signedIn('Kontaktlærer');
  await expect(afterwards.getByRole('link', { name: 'Følg med og avslutt' })).toHaveCount(0);
  await afterwards
    .getByRole('link', { name: /^Trivsel/ })
    .first()
    .click();
  await expect(afterwards.getByText('1 av 6 elever svarte')).toBeVisible();
  const leader = await signedIn('Rektor');
  await expect(leader.getByRole('link', { name: /^Se resultatene fra/ }).first()).toBeVisible();
});
