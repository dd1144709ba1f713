import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openClass } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';
import { answersAt, holdRound, pupilIdsOf } from './held-rounds.fixture.ts';
import { seenInClasses } from './seen-pupils.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

/** A class in which so many say with their names that they are bullied. */
const classWith = async (bullied: number) => {
  const own = await openClass(house, `seen ${bullied}`, 12);
  const ids = pupilIdsOf(own);
  await holdRound(house, own, {
    ...{ kind: 'wellbeing', daysAgo: 3, pupilIds: ids },
    answersOf: (pupil) => answersAt(5, pupil < bullied ? { 'w57-bullied-pupils': 4 } : {}),
  });
  return { own, ids };
};
const seenIn = (schoolId: string) => house.deps.db.inScope({ schoolId }, (tx) => seenInClasses(tx, schoolId));

test('none, one and two pupils with signals read alike, and so on in steps of three', async () => {
  const seen = [];
  for (const bullied of [0, 1, 2, 3, 5, 6]) {
    const { own } = await classWith(bullied);
    seen.push(...(await seenIn(own.school.schoolId)));
  }
  expect(seen.map(({ atMost }) => atMost)).toEqual([2, 2, 2, 5, 5, 8]);
  expect(seen[0]).toMatchObject({ className: '5A', grade: 5 });
});

test('a class without answers says nothing, and a hidden pupil is not among those counted', async () => {
  const empty = await openClass(house, 'seen none', 4);
  expect(await seenIn(empty.school.schoolId)).toMatchObject([{ className: '5A', atMost: null }]);

  const { own, ids } = await classWith(4);
  const { schoolId } = own.school;
  await addStaff(house, own.school, 'seen hider', [{ kind: 'administrator' }]);
  await house.deps.db.inScope({ schoolId }, async (tx) => {
    const { staff_id } = await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('hidden_pupil')
      .values(
        ids
          .slice(0, 2)
          .map((pupil_id) => ({ school_id: schoolId, pupil_id, hidden_by: staff_id, hidden_at: new Date() })),
      )
      .execute();
  });
  expect(await seenIn(schoolId)).toMatchObject([{ atMost: 2 }]);
});
