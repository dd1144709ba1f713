import { randomUUID } from 'node:crypto';
import type { ClassSociograms, MovePupils, SociogramPlaces } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  choosing,
  holdRound,
  inRing,
  pupilIdsOf,
  type AnswersOf,
  type HeldRound,
} from '../signals/held-rounds.fixture.ts';
import { bodyOf, codeOf, openSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let ids: readonly string[];
let second: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'Kari', 12);
  ids = pupilIdsOf(own);
  await addStaff(house, own.school, 'Per', [{ kind: 'contact_teacher', classId: own.classId }]);
  second = await house.staffBrowser('Per');
});
afterAll(() => house.close());

const ring: AnswersOf = (pupil) => choosing(inRing(ids, 0, pupil));
const hold = (daysAgo: number, round: Partial<HeldRound> = {}) =>
  holdRound(house, own, { kind: 'sociogram', daysAgo, pupilIds: ids, answersOf: ring, ...round });
const read = async (browser: Browser, classId = own.classId): Promise<ClassSociograms> =>
  bodyOf<ClassSociograms>(await browser(`/api/v1/classes/${classId}/sociograms`));
const roundOf = async (browser: Browser, sittingId: string) =>
  (await read(browser)).rounds.find(({ sitting }) => sitting.sittingId === sittingId) ??
  expect.fail('The round is not there.');
const openings = () =>
  house.database.ask<{ readonly subject_id: string }>(
    `select subject_id from access_log where action = 'sociogram.read' order by sequence`,
  );

describe('the sociograms of a class', () => {
  test('are none before the first round, also in a class without pupils', async () => {
    expect(await read(own.teacher)).toEqual({ classId: own.classId, className: '5A', rounds: [] });
    const classId = randomUUID();
    await house.deps.db.inScope(own.school, async (tx) => {
      const { school_year_id: year } = await tx
        .selectFrom('class')
        .select('school_year_id')
        .where('school_id', '=', own.school.schoolId)
        .where('class_id', '=', own.classId)
        .executeTakeFirstOrThrow();
      const key = { school_id: own.school.schoolId, class_id: classId, school_year_id: year };
      await tx
        .insertInto('class')
        .values({ ...key, name: '5T' })
        .execute();
    });
    await addStaff(house, own.school, 'Tom', [{ kind: 'contact_teacher', classId }]);
    expect(await read(await house.staffBrowser('Tom'), classId)).toEqual({
      classId,
      className: '5T',
      rounds: [],
    });
  });

  test('come oldest first, each as it was: who moved is in the one round and not in the next', async () => {
    const [gone, ...left] = ids;
    const before = await hold(40);
    const after = await hold(20, { pupilIds: left, answersOf: (k) => choosing(inRing(left, 0, k)) });
    await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
    const logged = (await openings()).length;

    const { rounds } = await read(own.teacher);
    expect(rounds.map(({ sitting }) => sitting.sittingId)).toEqual([before, after]);
    const [first, next] = rounds;
    expect(first?.pupils.map(({ pupilId }) => pupilId).sort()).toEqual([...ids].sort());
    expect(next?.pupils.map(({ pupilId }) => pupilId)).not.toContain(gone);
    expect(first?.criteria[0]?.respondents).toHaveLength(12);
    expect(first?.criteria[0]?.choices).toHaveLength(48);
    expect(next?.criteria[0]?.choices).toHaveLength(44);
    expect((await openings()).slice(logged).map((row) => row.subject_id)).toEqual([before, after]);
  });

  test('tell a round that nobody answered from one with a single answer', async () => {
    const silent = await hold(15, { answersOf: () => null });
    const one = await hold(10, { answersOf: (pupil) => (pupil === 3 ? ring(pupil) : null) });
    const nobody = await roundOf(own.teacher, silent);
    expect(nobody.pupils.filter(({ responded }) => responded)).toEqual([]);
    expect(nobody.criteria.every(({ respondents }) => respondents.length === 0)).toBe(true);
    const alone = await roundOf(own.teacher, one);
    expect(alone.criteria[0]?.respondents).toEqual([ids[3]]);
    expect(alone.criteria[0]?.choices.map(({ from }) => from)).toEqual([ids[3], ids[3], ids[3], ids[3]]);
  });
});

describe('a pupil moved by hand', () => {
  let sittingId: string;
  const move = (browser: Browser, moved: MovePupils['moved'], sitting = sittingId) =>
    browser(`/api/v1/sittings/${sitting}/sociogram/places`, json('PUT', { moved }));
  const at = (k: number, x: number, y: number) => ({ pupilId: ids[k] ?? '', place: { x, y } });
  const back = (k: number) => ({ pupilId: ids[k] ?? '', place: null });
  const placesIn = async (answer: Response) =>
    new Map((await bodyOf<SociogramPlaces>(answer)).places.map(({ pupilId, place }) => [pupilId, place]));

  beforeAll(async () => {
    sittingId = await hold(5);
  });

  test('stands there for the other contact teacher too, in that round alone, however often it is said', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await placesIn(await move(own.teacher, [at(0, 40, 60)]))).toEqual(
        new Map([[ids[0], { x: 40, y: 60 }]]),
      );
    expect((await roundOf(second, sittingId)).places).toEqual([at(0, 40, 60)]);
    await move(second, [at(0, 70, 80)]);
    expect((await roundOf(own.teacher, sittingId)).places).toEqual([at(0, 70, 80)]);
    const placed = (await read(second)).rounds.filter(({ places }) => places.length > 0);
    expect(placed).toHaveLength(1);
  });

  test('goes back to the picture’s own place when asked to, and again', async () => {
    await move(own.teacher, [at(0, 1, 1), at(1, 2, 2)]);
    for (let time = 0; time < 2; time += 1)
      expect([...(await placesIn(await move(own.teacher, [back(0)]))).keys()]).toEqual([ids[1]]);
    await move(own.teacher, [back(1)]);
    expect((await roundOf(second, sittingId)).places).toEqual([]);
  });

  test('by two at once, each pupil once and from one of them, and nobody else’s move is lost', async () => {
    const shared = [2, 3, 4, 5];
    const mine = [...shared.map((k) => at(k, 100, k)), at(6, 100, 6)];
    const theirs = [...shared.toReversed().map((k) => at(k, 200, k)), at(7, 200, 7)];
    const answers = await Promise.all([move(own.teacher, mine), move(second, theirs)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const places = new Map((await roundOf(second, sittingId)).places.map((row) => [row.pupilId, row.place]));
    expect(places.get(ids[6] ?? '')).toEqual({ x: 100, y: 6 });
    expect(places.get(ids[7] ?? '')).toEqual({ x: 200, y: 7 });
    expect(new Set(shared.map((k) => places.get(ids[k] ?? '')?.x)).size).toBe(1);
  });

  test('is refused whole when one of them is not on the list, or stands outside the frame', async () => {
    const before = (await roundOf(own.teacher, sittingId)).places;
    const stranger = { pupilId: randomUUID(), place: { x: 1, y: 1 } };
    for (const moved of [[at(8, 1, 1), stranger], [at(8, 1001, 1)], [at(8, 1, 751)], [at(8, 1.5, 1)], []]) {
      const answer = await move(own.teacher, moved);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_request']);
    }
    expect((await roundOf(own.teacher, sittingId)).places).toEqual(before);
  });

  test('has no place in a round that is open, or that asked for no choices', async () => {
    const { sittings } = await bodyOf<{ sittings: { sittingId: string; state: string }[] }>(
      await own.teacher(`/api/v1/classes/${own.classId}/home`),
    );
    const open = sittings.find(({ state }) => state === 'open')?.sittingId ?? '';
    expect(await codeOf(await move(own.teacher, [at(0, 1, 1)], open))).toBe('sitting_open');
    const wellbeing = await hold(3, { kind: 'wellbeing', answersOf: () => null });
    expect(await codeOf(await move(own.teacher, [at(0, 1, 1)], wellbeing))).toBe('not_found');
  });
});
