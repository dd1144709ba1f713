import type { NoticeList, PupilReaders, UnusualReads } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runSchool } from '../clock/run-school.ts';
import { bodyOf, cardsOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { makeCase } from '../testing/made-case.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
let teacher: Browser;
let neighbour: Browser;
let principal: Browser;
let accused: Browser;
let pupilId: string;
let otherId: string;
let classId: string;
let cases: { readonly open: string; readonly hidden: string };

const MONDAY = '2026-11-16';

/** A working day ends every session. */
const moveTo = async (now: string): Promise<void> => {
  house.setNow(new Date(now));
  teacher = await house.staffBrowser('teacher');
  neighbour = await house.staffBrowser('neighbour');
  principal = await house.staffBrowser('principal');
  accused = await house.staffBrowser('accused');
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${MONDAY}T09:00:00Z`));
  school = await makeSchool(house, 'read', rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 2));
  classId = school.classIds.get('5A') ?? '';
  const of = (kind: 'contact_teacher', className: string) => ({
    kind,
    classId: school.classIds.get(className) ?? '',
  });
  const lead = { kind: 'leadership' } as const;
  const openedBy = await addStaff(house, school, 'teacher', [of('contact_teacher', '5A')]);
  await addStaff(house, school, 'neighbour', [of('contact_teacher', '5B')]);
  await addStaff(house, school, 'principal', [lead, { kind: 'principal' }]);
  const accusedId = await addStaff(house, school, 'accused', [lead]);
  await moveTo(`${MONDAY}T09:00:00Z`);
  [pupilId = '', otherId = ''] = (await cardsOf(teacher, classId)).map(({ pupil }) => pupil.pupilId);
  const about = { openedBy, concerned: [pupilId] };
  const hidden = await makeCase(house, school, {
    ...about,
    ...{ kind: 'staff', reference: '1', accused: [accusedId] },
  });
  const open = await makeCase(house, school, { ...about, kind: 'environment', reference: '2' });
  cases = { open, hidden };
  await accused('/api/v1/cases/' + open);
  await house.deps.db.inScope(school, async (tx) => {
    await tx
      .updateTable('relation')
      .set({ kind: 'social_teacher' })
      .where('school_id', '=', school.schoolId)
      .where('staff_id', '=', accusedId)
      .execute();
  });
  await principal(`/api/v1/cases/${open}`);
  await accused(`/api/v1/cases/${hidden}`);
  for (const one of [pupilId, otherId]) await teacher(`/api/v1/classes/${classId}/pupils/${one}`);
  await moveTo(`${MONDAY}T20:00:00Z`);
  await teacher(`/api/v1/classes/${classId}/pupils`);
  await moveTo('2026-11-17T09:00:00Z');
});
afterAll(() => house.close());

const readersOf = async (browser: Browser, id = pupilId, query = '') => {
  const answer = await browser(`/api/v1/pupils/${id}/readers${query}`);
  expect(answer.status).toBe(200);
  return bodyOf<PupilReaders>(answer);
};
const lines = ({ entries }: PupilReaders) =>
  entries.map(({ staffName, action, subject }) => `${staffName} ${action} ${subject}`);

describe('P7: who has opened what is recorded of a pupil', () => {
  test('is listed newest first: the pupil alone, the class, and cases', async () => {
    const { pupil, entries } = await readersOf(principal);
    expect(pupil).toMatchObject({ pupilId, className: '5A' });
    expect(lines({ entries, pupil, before: null })).toEqual([
      'teacher Prøve class-pupils.read class',
      'teacher Prøve pupil.read pupil',
      'principal Prøve case.read case',
      'accused Prøve case.read case',
      'teacher Prøve picture-cards.read class',
    ]);
    expect(entries[0]).toMatchObject({
      roles: ['contact_teacher'],
      at: `${MONDAY}T20:00:00.000Z`,
      reason: null,
    });
  });

  test('what was opened of another pupil is not', async () => {
    expect(lines(await readersOf(principal, otherId))).toEqual([
      'teacher Prøve class-pupils.read class',
      'teacher Prøve pupil.read pupil',
      'teacher Prøve picture-cards.read class',
    ]);
  });

  test('says nothing of a case to whoever may not know of it', async () => {
    await house.database.ask(`update access_log set subject_id = '${cases.hidden}' where action = 'case.read'
      and role not like '%principal%'`);
    expect(lines(await readersOf(principal))).toContain('accused Prøve case.read case');
    expect(lines(await readersOf(teacher)).join()).not.toContain('case');
    await house.database.ask(`update relation set kind = 'leadership' where kind = 'social_teacher'`);
    const told = lines(await readersOf(accused)).filter((line) => line.includes('case.read'));
    expect(told).toEqual(['principal Prøve case.read case']);
  });

  test('is the own contact teacher’s and leadership’s, and looking is logged itself', async () => {
    expect((await neighbour(`/api/v1/pupils/${pupilId}/readers`)).status).toBe(404);
    const before = (await readersOf(teacher)).entries.length;
    const after = (await readersOf(teacher)).entries;
    expect([after.length, after[0]?.action]).toEqual([before + 1, 'readers.read']);
  });

  test('comes in pages that together are all of it, once', async () => {
    for (let at = 0; at < 55; at += 1) await teacher(`/api/v1/classes/${classId}/pupils/${otherId}`);
    const first = await readersOf(principal, otherId);
    const second = await readersOf(principal, otherId, `?before=${first.before}`);
    expect([first.entries.length, second.before]).toEqual([50, null]);
    const all = [...first.entries, ...second.entries].map(({ sequence }) => sequence);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
  });

  test('a pupil is found by name, and not looked for in an address', async () => {
    const found = await principal('/api/v1/pupil-readers/pupils', json('POST', { sought: 'Elev' }));
    expect(found.status).toBe(200);
    expect((await teacher('/api/v1/pupil-readers/pupils', json('POST', { sought: 'Elev' }))).status).toBe(
      404,
    );
  });
});

describe('P7: unusual readings of a week', () => {
  const noticesOf = async (browser: Browser) =>
    (await bodyOf<NoticeList>(await browser('/api/v1/notices'))).notices.map(({ kind }) => kind);

  test('are told to the principal once, on the first day of the next week', async () => {
    await moveTo('2026-11-22T22:30:00Z');
    await runSchool(house.deps, school.schoolId);
    expect(await noticesOf(principal)).toEqual([]);
    await moveTo('2026-11-24T06:00:00Z');
    await runSchool(house.deps, school.schoolId);
    expect(await noticesOf(principal)).toEqual(['unusual_reads']);
    expect([await noticesOf(accused), await noticesOf(teacher)]).toEqual([[], []]);
    await house.database.ask(`update notice set read_at = now()`);
    await moveTo('2026-11-25T06:00:00Z');
    await runSchool(house.deps, school.schoolId);
    expect(await noticesOf(principal)).toEqual([]);
  });

  test('are listed by rule and person, without a name of a pupil, and the looking is logged', async () => {
    const answer = await principal('/api/v1/unusual-reads');
    const text = await answer.clone().text();
    const { weekStartsOn, weekEndsOn, later, found } = await bodyOf<UnusualReads>(answer);
    expect([weekStartsOn, weekEndsOn, later]).toEqual([MONDAY, '2026-11-22', null]);
    expect(found).toMatchObject([
      {
        rule: 'outside_school_hours',
        ...{ staffName: 'teacher Prøve', count: 1, firstAt: `${MONDAY}T20:00:00.000Z` },
        actions: [{ action: 'class-pupils.read', count: 1, reason: null }],
      },
    ]);
    expect(text).not.toMatch(/Elev/);
    const [last] = await house.database.ask<{ action: string }>(
      'select action from access_log order by sequence desc limit 1',
    );
    expect(last?.action).toBe('unusual-reads.read');
  });

  test('only of weeks that are over, from a Monday', async () => {
    for (const week of ['2026-11-17', '2026-11-23', '2026-12-07'])
      expect((await principal(`/api/v1/unusual-reads?week=${week}`)).status).toBe(400);
  });
});

test('a pupil whose list of last year was never ended is this year’s class’s', async () => {
  const [, , third] = await cardsOf(teacher, classId);
  await house.deps.db.inScope(school, (tx) =>
    tx
      .insertInto('class_membership')
      .values({
        ...{ school_id: school.schoolId, class_id: school.classIds.get('5B') ?? '', grade: 5 },
        ...{ pupil_id: third?.pupil.pupilId ?? '', from_on: '2025-08-18' },
      })
      .execute(),
  );
  const path = `/api/v1/pupils/${third?.pupil.pupilId ?? ''}/readers`;
  expect((await bodyOf<PupilReaders>(await teacher(path))).pupil.className).toBe('5A');
  expect((await neighbour(path)).status).toBe(404);
});
