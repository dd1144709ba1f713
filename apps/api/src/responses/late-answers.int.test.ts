import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  handOver,
  openHander,
  openSitting,
  openTablet,
  readSitting,
  readSociogram,
  type Hander,
} from '../testing/answering.ts';
import { dayOf } from '../calendar-days.ts';
import { insertPeriods } from '../calendar/queries.ts';
import { json } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours; more than a weekend and the next school day. */
const LONG_AFTER = 6 * 24;

let house: TestHouse;
let own: ClassWithTeacher;
let teacher: ClassWithTeacher['teacher'];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterEach(() => house.setNow(undefined));
afterAll(() => house.close());

/** Long after the sign-in of before. */
const later = async (subject: string, hours: number): Promise<void> => {
  house.setNow(new Date(Date.now() + hours * HOUR));
  teacher = await house.staffBrowser(subject);
};
const pupil = (at: number): string => own.cards[at]?.pupil.pupilId ?? '';
const part = (to: number, submit = true) => ({
  language: 'nb',
  submit,
  answers: [{ itemId: 's57-recess', type: 'choices', pupilIds: [pupil(to)] }],
});

/** A class that is done, one of whose tablets never got its answers away. */
const doneClass = async (subject: string): Promise<{ sittingId: string; hander: Hander }> => {
  own = await openClass(house, subject, 6);
  teacher = own.teacher;
  const { sittingId, classCode } = await openSitting(teacher, own.classId, { kind: 'sociogram' });
  const card = own.cards[0] ?? expect.fail();
  const hander = await openHander(await openTablet(house, classCode, card));
  expect((await teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' })).status).toBe(200);
  return { sittingId, hander };
};
const rowOf = async (sittingId: string) =>
  (await readSitting(teacher, sittingId)).pupils.find((row) => row.pupil.pupilId === pupil(0));
const decide = (sittingId: string, include: boolean) =>
  teacher(`/api/v1/sittings/${sittingId}/pupils/${pupil(0)}/late-answers`, json('POST', { include }));
const nominations = async () =>
  (await storedAnswers(house, own.school)).nominations.map((row) => row.nominee_id);
const tiesOf = async (sittingId: string) =>
  (await readSociogram(teacher, own.classId, sittingId)).criteria.flatMap(({ choices }) => choices);

describe('answers that come after the class is done', () => {
  test('are taken in within a day, and the results are computed anew', async () => {
    const { sittingId, hander } = await doneClass('grace');
    expect(await tiesOf(sittingId)).toHaveLength(0);
    await later('grace', 23);
    expect(await handOver(hander, part(1))).toMatchObject({ outcome: 'stored' });
    expect(await tiesOf(sittingId)).toHaveLength(1);
  });

  test('are taken in over days without school, until the end of the next school day', async () => {
    const { sittingId, hander } = await doneClass('break');
    const [tomorrow, inTenDays] = [1, 10].map((days) => dayOf(new Date(Date.now() + days * DAY)));
    await house.deps.db.inScope(own.school, async (tx) => {
      const year = await tx.selectFrom('school_year').select('school_year_id').executeTakeFirstOrThrow();
      await insertPeriods(tx, own.school.schoolId, year.school_year_id, [
        {
          periodId: randomUUID(),
          kind: 'free',
          name: 'Ferie',
          startsOn: tomorrow ?? '',
          endsOn: inTenDays ?? '',
          fromGrade: 1,
          toGrade: 7,
          source: 'staff',
        },
      ]);
    });
    await later('break', 9 * 24);
    expect(await handOver(hander, part(1, false))).toMatchObject({ outcome: 'stored' });
    await later('break', 15 * 24);
    expect(await handOver(hander, part(2))).toMatchObject({ outcome: 'held' });
    expect(await rowOf(sittingId)).toMatchObject({ late: 1 });
  });

  test('are held after that, counted nowhere, and shown to the teacher as that they came', async () => {
    const { sittingId, hander } = await doneClass('held');
    await later('held', LONG_AFTER);
    const sealed = await hander.seal(part(1));
    for (const _again of [1, 2])
      expect(await (await hander.send([sealed])).json()).toMatchObject({ parts: [{ outcome: 'held' }] });
    expect(await nominations()).toEqual([]);
    expect(await rowOf(sittingId)).toMatchObject({ late: 1, state: 'not_started' });
    const kept = await house.deps.db.inScope({ schoolId: own.school.schoolId }, (tx) =>
      tx.selectFrom('response_part').select('sealed').executeTakeFirstOrThrow(),
    );
    expect(kept.sealed?.toString()).not.toContain('s57-recess');
  });

  test('count when the teacher takes them in, once, in the order they were given', async () => {
    const { sittingId, hander } = await doneClass('taken in');
    await later('taken in', LONG_AFTER);
    const first = await hander.seal(part(1, false));
    const second = await hander.seal(part(2));
    await hander.send([second]);
    await hander.send([first]);
    expect((await decide(sittingId, true)).status).toBe(204);
    expect(await nominations()).toEqual([pupil(2)]);
    expect(await tiesOf(sittingId)).toHaveLength(1);
    expect(await rowOf(sittingId)).toMatchObject({ late: 0, state: 'responded' });
    expect((await decide(sittingId, false)).status).toBe(204);
    expect(await nominations()).toEqual([pupil(2)]);
    expect(await (await hander.send([first])).json()).toMatchObject({ parts: [{ outcome: 'stored' }] });
  });

  test('are gone when the teacher leaves them out', async () => {
    const { sittingId, hander } = await doneClass('left out');
    await later('left out', LONG_AFTER);
    const sealed = await hander.seal(part(1));
    await hander.send([sealed]);
    expect((await decide(sittingId, false)).status).toBe(204);
    expect(await nominations()).toEqual([]);
    expect(await rowOf(sittingId)).toMatchObject({ late: 0, state: 'not_started' });
    expect(await (await hander.send([sealed])).json()).toMatchObject({ parts: [{ outcome: 'left_out' }] });
  });

  test('are not there to decide on for another teacher', async () => {
    const { sittingId, hander } = await doneClass('not yours');
    await later('not yours', LONG_AFTER);
    await handOver(hander, part(1));
    const mine = own;
    await openClass(house, 'somebody else', 1);
    const other = await house.staffBrowser('somebody else');
    const unlisted = `/api/v1/sittings/${sittingId}/pupils/${randomUUID()}/late-answers`;
    expect((await teacher(unlisted, json('POST', { include: false }))).status).toBe(404);
    const path = `/api/v1/sittings/${sittingId}/pupils/${mine.cards[0]?.pupil.pupilId ?? ''}/late-answers`;
    expect((await other(path, json('POST', { include: true }))).status).toBe(404);
  });
});

test('the teacher sees how many answers a tablet could not read, however often it says so', async () => {
  own = await openClass(house, 'set aside', 3);
  teacher = own.teacher;
  const { sittingId, classCode } = await openSitting(teacher, own.classId, { kind: 'sociogram' });
  const card = own.cards[0] ?? expect.fail();
  const [first, second] = [
    await openHander(await openTablet(house, classCode, card)),
    await openHander(await openTablet(house, classCode, card)),
  ];
  expect(await rowOf(sittingId)).toMatchObject({ setAside: 0 });
  for (const count of [2, 2, 0]) await first.send([], 0, count);
  expect(await rowOf(sittingId)).toMatchObject({ setAside: 2 });
  await second.send([await second.seal(part(1))], 0, 1);
  expect(await rowOf(sittingId)).toMatchObject({ setAside: 3, state: 'responded' });
});

test('the teacher sees which tablets have something waiting', async () => {
  own = await openClass(house, 'waiting', 3);
  teacher = own.teacher;
  const { sittingId, classCode } = await openSitting(teacher, own.classId, { kind: 'sociogram' });
  const hander = await openHander(await openTablet(house, classCode, own.cards[0] ?? expect.fail()));
  expect(await rowOf(sittingId)).toMatchObject({ waiting: false });
  await hander.send([], 3);
  expect(await rowOf(sittingId)).toMatchObject({ waiting: true });
  await hander.send([], 0);
  expect(await rowOf(sittingId)).toMatchObject({ waiting: false });
  house.setNow(new Date(Date.now() + 3 * 60_000));
  expect(await rowOf(sittingId)).toMatchObject({ waiting: true });
  await handOver(hander, part(1));
  expect(await rowOf(sittingId)).toMatchObject({ waiting: false, state: 'responded' });
});
