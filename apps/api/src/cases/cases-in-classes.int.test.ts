import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RelationKind } from '@samhold/contract';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { makeCase } from '../testing/made-case.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { casesInClasses } from './cases-in-classes.ts';

let house: TestHouse;
let school: TestSchool;
let head: string;
let social: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  school = await makeSchool(house, 'Saker', rosterHeader + rosterOf('5A', 5, 3) + rosterOf('6A', 6, 2));
  head = await addStaff(house, school, 'head', [{ kind: 'leadership' }]);
  social = await addStaff(house, school, 'social', [{ kind: 'social_teacher' }]);
});
afterAll(() => house.close());

/** As this person sees them, by name of class. */
const counted = async (staffId: string, kind: RelationKind, trained = true) => {
  const actor = { schoolId: school.schoolId, staffId, trained, relations: [{ kind, classId: null }] };
  const cases = await house.deps.db.inScope(actor, (tx) => casesInClasses(tx, actor, house.deps.now()));
  return cases && Object.fromEntries([...school.classIds].map(([name, id]) => [name, cases.get(id) ?? 0]));
};
const pupilsIn = (className: string): Promise<readonly string[]> =>
  house.deps.db.inScope(school, async (tx) =>
    (
      await tx
        .selectFrom('class_membership')
        .select('pupil_id')
        .where('school_id', '=', school.schoolId)
        .where('class_id', '=', school.classIds.get(className) ?? '')
        .orderBy('pupil_id')
        .execute()
    ).map((row) => row.pupil_id),
  );

test('cases are counted in the classes they are about, in the school year they came up, by whoever may open them', async () => {
  const classId = school.classIds.get('5A') ?? '';
  const [first = '', second = '', third = ''] = await pupilsIn('5A');
  const [other = ''] = await pupilsIn('6A');
  const by = { kind: 'environment', openedBy: head } as const;
  expect(await counted(head, 'leadership')).toEqual({ '5A': 0, '6A': 0 });
  await makeCase(house, school, { ...by, reference: 'EN', classId, concerned: [first, second] });
  await makeCase(house, school, { ...by, reference: 'TO', concerned: [second, other] });
  await makeCase(house, school, { ...by, reference: 'FØR', concerned: [first], knownOn: '2026-03-02' });
  expect(await counted(head, 'leadership')).toEqual({ '5A': 2, '6A': 1 });
  expect(await counted(social, 'social_teacher')).toEqual({ '5A': 2, '6A': 1 });

  // § 12-5: not by the social teacher, and not by the one it is about.
  const about = { kind: 'staff', openedBy: head, concerned: [other] } as const;
  await makeCase(house, school, { ...about, reference: 'ANSATT', accused: [social] });
  await makeCase(house, school, { ...about, reference: 'LEDELSE', accused: [head] });
  expect(await counted(head, 'leadership')).toEqual({ '5A': 2, '6A': 2 });
  expect(await counted(social, 'social_teacher')).toEqual({ '5A': 2, '6A': 1 });
  expect(await counted(head, 'leadership', false)).toBeNull();

  // A hidden pupil's case would tell of the pupil.
  await makeCase(house, school, { ...by, reference: 'SKJULT', concerned: [third] });
  expect(await counted(head, 'leadership')).toMatchObject({ '5A': 3 });
  await house.deps.db.inScope(school, (tx) =>
    tx
      .insertInto('hidden_pupil')
      .values({
        school_id: school.schoolId,
        pupil_id: third,
        hidden_by: head,
        hidden_at: house.deps.now(),
      })
      .execute(),
  );
  expect(await counted(head, 'leadership')).toMatchObject({ '5A': 2 });
});
