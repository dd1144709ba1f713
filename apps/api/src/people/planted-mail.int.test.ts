import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticeKinds, noticeSubjects, type NoticeKind, type NoticeList } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { dayHeads } from '../access-log/day-heads.ts';
import { openHeadFiles } from '../access-log/head-files.ts';
import { seats, type Seat } from '../access/access-table.ts';
import { runDueWork } from '../clock/due-work.ts';
import * as letters from '../mail/letters.ts';
import { tellStaff } from '../notices/tell.ts';
import { openMetrics } from '../running/metrics.ts';
import { bodyOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openMailServer, type MailServer } from '../testing/mail-server.ts';
import { anyAlias, anyReal, hidePlanted } from '../testing/planted/planted-pupils.ts';
import { openPlantedSchool, type PlantedSchool } from '../testing/planted/planted-school.ts';
import { readableText } from '../testing/planted/readable-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const metrics = openMetrics();
// Object.keys of a constant object has its keys.
const kinds = Object.keys(noticeKinds) as NoticeKind[];
const mailed = ['contact teacher of the class', 'leadership'] as const satisfies readonly Seat[];
const directory = mkdtempSync(join(tmpdir(), 'samhold-planted-'));

let mails: MailServer;
let house: TestHouse;
let seated: PlantedSchool;
/** What each was shown, before it is late. */
const shown = new Map<Seat, NoticeList['notices']>();

/** The jobs that wait to gather more are due now. */
const hurry = () => house.database.ask(`update pgboss.job set start_after = now() where name like 'mail.%'`);
const arrived = (count: number) =>
  vi.waitFor(() => expect(mails.received.length).toBeGreaterThanOrEqual(count), 20_000);
const textOf = async (data: string): Promise<string> => readableText(Buffer.from(data));

/** Somebody wants mail at once of everything there is to tell, at an address that is confirmed. */
const wantMail = async (seat: Seat, email: string): Promise<void> => {
  const browser = seated.browserOf(seat);
  const before = mails.received.length;
  await browser('/api/v1/me/mail', json('PUT', { email }));
  await arrived(before + 1);
  const code = /Koden din er (\d{6})/.exec(await textOf(mails.received.at(-1)?.data ?? ''))?.[1];
  expect((await browser('/api/v1/me/mail/confirm', json('POST', { code }))).status).toBe(200);
  const choices = Object.keys(noticeSubjects).map((subject) => ({ subject, mailed: 'at_once' }));
  const wish = { choices, quietHours: null, quietWeekends: false, quietFreeDays: false };
  expect((await browser('/api/v1/me/notices', json('PUT', wish))).status).toBe(200);
};

beforeAll(async () => {
  mails = await openMailServer();
  house = await openTestHouse(inject('superuserUrl'), { smtpUrl: mails.url, metrics });
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openPlantedSchool(house);
  for (const [at, seat] of mailed.entries()) await wantMail(seat, `ansatt${at}@skole.test`);
  await hidePlanted(seated);
  const { classId, roundId, caseId } = seated.ids;
  const before = mails.received.length;
  await house.deps.db.inScope(seated.school, async (tx) => {
    const staffIds = seats.flatMap((seat) =>
      seat === 'contact teacher of another school' ? [] : (seated.staffIds.get(seat) ?? []),
    );
    for (const kind of kinds)
      await tellStaff(tx, house.deps, seated.school.schoolId, { kind, classId, roundId, caseId, staffIds });
  });
  await hurry();
  await arrived(before + mailed.length);
  for (const seat of seated.staffIds.keys())
    shown.set(seat, (await bodyOf<NoticeList>(await seated.browserOf(seat)('/api/v1/notices'))).notices);
  // A week later a school that is asked what has waited too long is told so.
  house.setNow(new Date('2026-12-02T09:00:00Z'));
  await runDueWork(house.deps);
}, 300_000);
afterAll(async () => {
  await house.close();
  await mails.close();
  rmSync(directory, { recursive: true });
});

const nothingOf = (text: string, what: string): void => {
  expect(text, what).not.toMatch(anyReal);
  expect(text, what).not.toMatch(anyAlias);
};
const noIdOf = (text: string, what: string): void => {
  for (const { pupil } of seated.cards) expect(text, what).not.toContain(pupil.pupilId);
};

describe('P8: what is told of a hidden pupil', () => {
  test('every kind of notice there is reached everybody, and was sent to those who want mail', async () => {
    const rows = await house.database.ask<{ kind: NoticeKind; told: number; mailed: number }>(
      `select kind, count(*)::int as told, count(mailed_at)::int as mailed from notice where made_at = '2026-11-24T09:00:00Z' group by kind`,
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual(kinds.toSorted());
    for (const { kind, told, mailed: sent } of rows) {
      expect(told, kind).toBeGreaterThan(10);
      expect(sent, kind).toBeGreaterThanOrEqual(mailed.length);
    }
  });

  test('is in no mail, in head or body', async () => {
    for (const { data } of mails.received) {
      const text = await textOf(data);
      expect(text).toContain('Samhold');
      nothingOf(text, data);
      noIdOf(text, data);
    }
  });

  test('there are no other letters than those that were sent, none of which takes a word of anybody', () => {
    expect(Object.keys(letters).sort()).toEqual(['somethingNew', 'yourCode']);
    const said = [letters.somethingNew('a@b.test', 'https://x.test'), letters.yourCode('a@b.test', '123456')];
    const subjects = new Set(said.map(({ subject }) => subject));
    for (const { data } of mails.received) expect(subjects).toContain(/^Subject: (.*)$/m.exec(data)?.[1]);
  });

  test('is in no notice on the screen', () => {
    const told = [...shown.values()].flat().map(({ kind }) => kind);
    // Of what is over, such as a round that has ended since, nothing is shown.
    const lasting = [
      'account_reset',
      'backup_failed',
      'incident_filed',
      'signals_wait',
      'talk_wished',
      'unusual_reads',
    ];
    expect(told).toEqual(expect.arrayContaining(lasting));
    for (const [seat, notices] of shown) {
      nothingOf(JSON.stringify(notices), seat);
      noIdOf(JSON.stringify(notices), seat);
    }
  });

  test('is in no job, done or to be done', async () => {
    const tables = await house.database.ask<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'pgboss' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(3);
    let jobs = '';
    for (const { name } of tables)
      jobs += JSON.stringify(await house.database.ask(`select * from pgboss."${name}"`));
    expect(jobs).toContain('mail.notices');
    nothingOf(jobs, 'jobs');
    noIdOf(jobs, 'jobs');
  });

  test('is in no line of the log, no figure and no head of the access log', async () => {
    const figures = await metrics.text();
    expect(figures).toContain('/api/v1/classes/:classId/pupils/:pupilId/talk');
    const heads = await house.deps.db.inScope(seated.school, (tx) => dayHeads(tx, seated.school.schoolId));
    expect(heads.length).toBeGreaterThan(0);
    openHeadFiles(directory).keep(heads);
    const kept = readdirSync(directory).map((file) => file + readFileSync(join(directory, file), 'utf8'));
    for (const text of [figures, ...kept, ...house.logged, ...house.loggedRequests]) {
      nothingOf(text, text.slice(0, 200));
      noIdOf(text, text.slice(0, 200));
    }
  });
});
