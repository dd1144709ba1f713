import { randomUUID } from 'node:crypto';
import type { NoticeList, NoticeSettings } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runDueWork } from '../clock/due-work.ts';
import { bodyOf, codeOf, openSitting } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { openMailServer, type MailServer } from '../testing/mail-server.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let mails: MailServer;
let house: TestHouse;
let schools = 0;

beforeAll(async () => {
  mails = await openMailServer();
  house = await openTestHouse(inject('superuserUrl'), { smtpUrl: mails.url });
});
afterAll(async () => {
  await house.close();
  await mails.close();
});

/** A school with 5A and its contact teacher, on a Monday in November. */
const opened = async () => {
  house.setNow(new Date('2026-11-02T08:00:00Z'));
  schools += 1;
  const own = (name: string): string => `${name} ${schools}`;
  const school = await makeSchool(house, own('Skole'), rosterHeader + rosterOf('5A', 5, 4));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, own('Kari'), [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser(own('Kari'));
  const browserOf = (name: string) => house.staffBrowser(own(name));
  const told = async (name: string) =>
    (await bodyOf<NoticeList>(await (await browserOf(name))('/api/v1/notices'))).notices.map(
      ({ kind }) => kind,
    );
  const add = (name: string, relations: Parameters<typeof addStaff>[3]) =>
    addStaff(house, school, own(name), relations);
  return { school, classId, teacher, browserOf, told, add };
};

const lookAt = async (moment: string): Promise<void> => {
  house.setNow(new Date(moment));
  await runDueWork(house.deps);
};

describe('a substitute', () => {
  test('is told of what runs, and what still runs is handed back once when the days are over', async () => {
    const { classId, teacher, browserOf, told, add } = await opened();
    await openSitting(teacher, classId, { kind: 'wellbeing' });
    await lookAt('2026-11-03T08:00:00Z');
    const days = { fromAt: new Date('2026-11-03T07:00:00Z'), toAt: new Date('2026-11-05T16:00:00Z') };
    await add('Vikar', [{ kind: 'substitute', classId, ...days }]);
    await add('Vikar siden', [
      { kind: 'substitute', classId, ...days, fromAt: new Date('2026-11-05T07:00:00Z') },
    ]);
    await add('Foreslått vikar', [{ kind: 'substitute', classId, ...days, proposed: true }]);
    await lookAt('2026-11-03T08:01:00Z');
    expect(await told('Vikar')).toEqual(['round_opened']);
    expect(await told('Vikar siden')).toEqual([]);
    expect(await told('Foreslått vikar')).toEqual([]);
    await lookAt('2026-11-05T08:00:00Z');
    expect(await told('Vikar siden')).toContain('round_opened');
    expect(await told('Kari')).not.toContain('handed_back');
    await lookAt('2026-11-05T16:00:00Z');
    expect(await told('Vikar')).toEqual([]);
    expect(await told('Kari')).toContain('handed_back');
    const browser = await browserOf('Kari');
    const { notices } = await bodyOf<NoticeList>(await browser('/api/v1/notices'));
    for (const { noticeId } of notices) await browser(`/api/v1/notices/${noticeId}/read`, { method: 'POST' });
    await lookAt('2026-11-05T16:30:00Z');
    expect(await told('Kari')).toEqual([]);
  });
});

describe('signals that nobody has judged', () => {
  const found = async (
    school: TestSchool,
    { sittingId }: Awaited<ReturnType<typeof openSitting>>,
  ): Promise<string> => {
    const [pupil] = await house.database.ask<{ pupil_id: string }>(
      `select pupil_id from sitting_pupil where sitting_id = '${sittingId}' order by pupil_id limit 1`,
    );
    const signalId = randomUUID();
    await house.database
      .ask(`insert into signal (school_id, signal_id, sitting_id, pupil_id, level, rule_id, rule_set_version, evidence, created_at)
      values ('${school.schoolId}', '${signalId}', '${sittingId}', '${pupil?.pupil_id}', 'low', 'r', '1', '{}', '2026-11-03T08:00:00Z')`);
    return signalId;
  };

  test('are reminded of after two school weeks, reach the social teacher after four, and are let be when judged', async () => {
    const { school, classId, teacher, told, add } = await opened();
    await add('Siv', [{ kind: 'social_teacher' }]);
    const sitting = await openSitting(teacher, classId, { kind: 'sociogram' });
    // When a sitting closes, its signals are computed anew.
    await lookAt('2026-11-13T08:00:00Z');
    const signalId = await found(school, sitting);
    await lookAt('2026-11-17T05:59:00Z');
    expect(await told('Kari')).not.toContain('signals_wait');
    await lookAt('2026-11-17T06:00:00Z');
    expect(await told('Kari')).toContain('signals_wait');
    // Whoever takes over the class is told as well, and whoever left it no more.
    await add('Ny lærer', [{ kind: 'contact_teacher', classId }]);
    await lookAt('2026-11-17T06:10:00Z');
    expect(await told('Ny lærer')).toEqual(['signals_wait']);
    expect(await told('Siv')).toEqual([]);
    await lookAt('2026-12-01T06:00:00Z');
    expect(await told('Siv')).toEqual(['signals_wait_long']);
    await house.database.ask(`update signal set state = 'being_verified' where signal_id = '${signalId}'`);
    expect(await told('Siv')).toEqual([]);
    expect(await told('Kari')).not.toContain('signals_wait');
  });

  test('of a year that has ended are not reminded of in August', async () => {
    const { school, classId, teacher } = await opened();
    await found(school, await openSitting(teacher, classId, { kind: 'sociogram' }));
    await lookAt('2027-08-20T08:00:00Z');
    const rows = await house.database.ask(
      `select 1 from notice where school_id = '${school.schoolId}' and kind like 'signals%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('how a person wants mail', () => {
  const usual: NoticeSettings = {
    choices: [
      { subject: 'rounds', mailed: 'at_once' },
      { subject: 'talks', mailed: 'at_once' },
      { subject: 'signals', mailed: 'at_once' },
      { subject: 'cases', mailed: 'at_once' },
      { subject: 'access', mailed: 'at_once' },
      { subject: 'account', mailed: 'at_once' },
    ],
    quietHours: { from: '17:00', to: '07:00' },
    quietWeekends: true,
    quietFreeDays: true,
  };
  const mailAt = async ({ schoolId }: TestSchool): Promise<readonly (string | undefined)[]> =>
    (
      await house.database.ask<{ mail_at: Date | null }>(
        `select mail_at from notice where school_id = '${schoolId}'`,
      )
    ).map((row) => row.mail_at?.toISOString());

  test('is at once and never in the evening, at weekends or on free days, until it is chosen', async () => {
    const { teacher } = await opened();
    expect(await bodyOf(await teacher('/api/v1/me/notices'))).toEqual(usual);
    const wished = {
      ...usual,
      choices: [{ subject: 'rounds', mailed: 'weekly' }],
      quietHours: null,
      quietWeekends: false,
    };
    const saved = await bodyOf<NoticeSettings>(await teacher('/api/v1/me/notices', json('PUT', wished)));
    expect(saved).toEqual({
      ...wished,
      choices: [{ subject: 'rounds', mailed: 'weekly' }, ...usual.choices.slice(1)],
    });
    expect(await bodyOf(await teacher('/api/v1/me/notices'))).toEqual(saved);
  });

  test.each([
    ['pupils’ wishes cannot be muted', { choices: [{ subject: 'talks', mailed: 'none' }] }],
    ['quiet hours go from an evening to a morning', { quietHours: { from: '07:00', to: '17:00' } }],
  ])('%s', async (_why, wrong) => {
    const { teacher } = await opened();
    const answer = await teacher('/api/v1/me/notices', json('PUT', { ...usual, ...wrong }));
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_request']);
  });

  test('holds for what waits already, and what is muted is still told in the product', async () => {
    const { school, classId, teacher, browserOf, told, add } = await opened();
    await openSitting(teacher, classId, { kind: 'wellbeing' });
    await add('Vikar', [{ kind: 'substitute', classId, toAt: new Date('2026-11-20T16:00:00Z') }]);
    await lookAt('2026-11-02T17:00:00Z');
    expect(await mailAt(school)).toEqual(['2026-11-03T06:00:00.000Z']);
    const substitute = await browserOf('Vikar');
    const choose = (mailed: string) =>
      substitute('/api/v1/me/notices', json('PUT', { ...usual, choices: [{ subject: 'rounds', mailed }] }));
    await choose('weekly');
    expect(await mailAt(school)).toEqual(['2026-11-09T06:00:00.000Z']);
    await choose('none');
    expect(await mailAt(school)).toEqual([undefined]);
    expect(await told('Vikar')).toEqual(['round_opened']);
  });
});
