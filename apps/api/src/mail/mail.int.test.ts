import type { ClassHome, NoticeList, OwnMail, SittingStatus } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, cardsOf, codeOf, handIn, type Card } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader } from '../testing/class-with-teacher.ts';
import { openMailServer, type MailServer, type ReceivedMail } from '../testing/mail-server.ts';
import { planRoundOf } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { runDueWork } from '../clock/due-work.ts';

let mails: MailServer;
let house: TestHouse;
let school: TestSchool;

const ADDRESS = 'brunhilde.unikstad@skole.test';
/** Nothing of these may stand in a job, a mail about notices or the log. */
const PLANTED = ['Unikærlig', 'Brunhilde', 'brunhilde', 'unikstad', 'Særskole', 'Hemmelig', '6Q'];

beforeAll(async () => {
  mails = await openMailServer();
  house = await openTestHouse(inject('superuserUrl'), { smtpUrl: mails.url });
  house.setNow(new Date('2026-11-06T05:00:00Z'));
  const pupils = 'Unikærlig,Hemmelig\nUnikærlig,Prøve\nAnne,Hemmelig\n';
  const rows = pupils
    .replaceAll('\n', ',x\n')
    .split('\n')
    .filter((row) => row !== '');
  const roster = rosterHeader + rows.map((row, at) => `6Q,6,${row}${at}\n`).join('');
  school = await makeSchool(house, 'Særskole', roster);
  const classId = school.classIds.get('6Q') ?? '';
  await addStaff(house, school, 'Brunhilde', [{ kind: 'contact_teacher', classId }]);
  await addStaff(house, school, 'Brunhilde to', [{ kind: 'contact_teacher', classId }]);
});
afterAll(async () => {
  await house.close();
  await mails.close();
});

const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 150) throw new Error('It did not happen within fifteen seconds.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const teacher = (): Promise<Browser> => house.staffBrowser('Brunhilde');
const ownMail = async (browser: Browser) => bodyOf<OwnMail>(await browser('/api/v1/me/mail'));
const give = (browser: Browser, email: string) => browser('/api/v1/me/mail', json('PUT', { email }));
const confirm = (browser: Browser, code: string) =>
  browser('/api/v1/me/mail/confirm', json('POST', { code }));

const decoded = ({ data }: ReceivedMail): string =>
  data
    .replaceAll('=\n', '')
    .replaceAll(/(=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
const codeIn = (mail: ReceivedMail | undefined): string =>
  /Koden din er (\d{6})/.exec(mail === undefined ? '' : decoded(mail))?.[1] ?? '';

/** The jobs that wait to gather more are due now. */
const hurry = () => house.database.ask(`update pgboss.job set start_after = now() where name like 'mail.%'`);

test('a code comes by mail, a wrong one is refused, and the right one confirms the address', async () => {
  const browser = await teacher();
  expect(await ownMail(browser)).toEqual({ mailIsSet: true, email: null, confirmed: false });
  expect(await bodyOf(await give(browser, ADDRESS))).toEqual({
    mailIsSet: true,
    email: ADDRESS,
    confirmed: false,
  });
  await until(() => mails.received.length === 1);
  const [mail] = mails.received;
  expect([mail?.from, mail?.to]).toEqual(['samhold@skole.test', [ADDRESS]]);
  const code = codeIn(mail);
  const wrong = await confirm(browser, code === '000000' ? '000001' : '000000');
  expect([wrong.status, await codeOf(wrong)]).toEqual([422, 'wrong_mail_code']);
  expect(await bodyOf(await confirm(browser, code))).toMatchObject({ email: ADDRESS, confirmed: true });
  expect(await ownMail(browser)).toMatchObject({ confirmed: true });
});

test('the address is sealed where it is stored', async () => {
  const [row] = await house.database.ask<{ stored: string }>(
    `select encode(email, 'escape') as stored from staff_mail`,
  );
  expect(row?.stored).not.toMatch(/brunhilde|skole\.test/);
});

test.each([
  'kari',
  'kari@skole',
  'kari@skole.test\r\nBcc: alle@skole.test',
  '<kari@skole.test>',
  'a b@skole.test',
])('%j is no address', async (email) => {
  const answer = await give(await teacher(), email);
  expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_request']);
});

test('five wrong codes spend the code, half an hour ends it, and a new one is not sent the same minute', async () => {
  const browser = await house.staffBrowser('Brunhilde to');
  const before = mails.received.length;
  await give(browser, 'to@skole.test');
  const again = await give(browser, 'tre@skole.test');
  expect([again.status, await codeOf(again)]).toEqual([429, 'too_many_requests']);
  await until(() => mails.received.length === before + 1);
  const code = codeIn(mails.received.at(-1));
  const wrong = code === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1)
    expect(await codeOf(await confirm(browser, wrong))).toBe('wrong_mail_code');
  expect(await codeOf(await confirm(browser, code))).toBe('mail_code_expired');

  house.setNow(new Date('2026-11-06T05:02:00Z'));
  await give(browser, 'to@skole.test');
  await until(() => mails.received.length === before + 2);
  const fresh = codeIn(mails.received.at(-1));
  house.setNow(new Date('2026-11-06T05:32:01Z'));
  expect(await codeOf(await confirm(browser, fresh))).toBe('mail_code_expired');
  expect((await browser('/api/v1/me/mail', { method: 'DELETE' })).status).toBe(204);
  expect(await ownMail(browser)).toMatchObject({ email: null, confirmed: false });
});

test('what one person has not read comes as one mail that says nothing of what it is', async () => {
  const days = { opensOn: '2026-11-09', closesOn: '2026-11-20' };
  await planRoundOf(house, school, days);
  await planRoundOf(house, school, { ...days, kind: 'sociogram' });
  const before = mails.received.length;
  house.setNow(new Date('2026-11-09T06:00:00Z'));
  await runDueWork(house.deps);
  const { notices } = await bodyOf<NoticeList>(await (await teacher())('/api/v1/notices'));
  expect(notices).toHaveLength(2);
  await hurry();
  await until(() => mails.received.length > before);
  await until(
    async () =>
      (
        await house.database.ask(
          `select 1 from pgboss.job where name = 'mail.notices' and state <> 'completed'`,
        )
      ).length === 0,
  );
  expect(mails.received).toHaveLength(before + 1);
  const mail = mails.received.at(-1);
  expect(mail?.to).toEqual([ADDRESS]);
  const text = mail === undefined ? '' : decoded(mail);
  expect(text).toContain('Det er noe nytt i Samhold. Logg inn for å se det.');
  expect(text).toContain(house.origin);
  for (const word of PLANTED) expect(text.replaceAll(ADDRESS, '')).not.toContain(word);
  const unmailed = `select 1 from notice where mailed_at is null and staff_id in (select staff_id from staff_mail)`;
  expect(await house.database.ask(unmailed)).toEqual([]);
});

test('a mail that the server refuses is sent later, and neither job nor log repeats the address', async () => {
  mails.refuse(true);
  house.setNow(new Date('2026-11-12T06:00:00Z'));
  const before = mails.received.length;
  await runDueWork(house.deps);
  await hurry();
  const waiting = () =>
    house.database.ask<{ output: unknown }>(`select output from pgboss.job where state = 'retry'`);
  await until(async () => (await waiting()).length > 0);
  expect(house.logged.join('\n')).toContain('mail.notices');
  mails.refuse(false);
  await hurry();
  await until(() => mails.received.length > before);
});

test('nothing that names anybody stands in a job or in the log', async () => {
  const browser = await teacher();
  const { sittings } = await bodyOf<ClassHome>(
    await browser(`/api/v1/classes/${school.classIds.get('6Q')}/home`),
  );
  const path = `/api/v1/sittings/${sittings[0]?.sittingId}/class-code`;
  const { classCode } = await bodyOf<SittingStatus>(await browser(path, { method: 'POST' }));
  const [card] = await cardsOf(browser, school.classIds.get('6Q') ?? '');
  await handIn(house, classCode ?? '', card as Card);
  house.setNow(new Date('2026-11-25T06:00:00Z'));
  await runDueWork(house.deps);
  await hurry();
  const tables = await house.database.ask<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'pgboss' and c.relkind = 'r'`,
  );
  let stored = '';
  for (const { name } of tables)
    stored += JSON.stringify(await house.database.ask(`select t::text as row from pgboss.${name} t`));
  expect(stored).toContain(school.schoolId);
  const all = stored + house.logged.join('\n');
  for (const word of [...PLANTED, classCode ?? '', 'to@skole.test']) expect(all).not.toContain(word);
});
