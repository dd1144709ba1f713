import { randomUUID } from 'node:crypto';
import type { GiveRelation } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import {
  confirm,
  end,
  give,
  logAbout,
  refusalOf,
  relationsOf,
  seatInCharge,
  type SchoolInCharge,
} from '../testing/people-calls.ts';
import { importRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const roster = rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 3);

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;
let classId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
  school = await makeSchool(house, 'Prøve', roster);
  inCharge = await seatInCharge(house, school);
  classId = school.classIds.get('5A') ?? '';
});
afterAll(() => house.close());
beforeEach(() => house.setNow(new Date(`${today}T09:00:00Z`)));

const newcomer = async (subject: string): Promise<{ staffId: string; signIn: () => Promise<Browser> }> => ({
  staffId: await addStaff(house, school, subject, []),
  signIn: () => house.staffBrowser(subject),
});
const classHome = async (browser: Browser): Promise<number> =>
  (await browser(`/api/v1/classes/${classId}/home`)).status;
const homeAt = async (moment: string, signIn: () => Promise<Browser>): Promise<number> => {
  house.setNow(new Date(moment));
  return classHome(await signIn());
};
const onlyRelationOf = async (staffId: string) => {
  const found = await relationsOf(inCharge.administrator, staffId);
  expect(found).toHaveLength(1);
  return found[0] ?? expect.fail();
};
const teaches = (wish: Partial<GiveRelation> = {}): GiveRelation => ({
  kind: 'contact_teacher',
  classId,
  fromOn: today,
  ...wish,
});

describe('an administrator proposes and leadership confirms', () => {
  test('and the teacher sees the class from then on, and no more at the first request after the end', async () => {
    const { staffId, signIn } = await newcomer('proposed teacher');
    const teacher = await signIn();
    expect((await give(inCharge.administrator, staffId, teaches())).status).toBe(204);
    const proposal = await onlyRelationOf(staffId);
    expect(proposal).toMatchObject({ state: 'proposed', confirmed: false, className: '5A', toOn: null });
    expect(await classHome(teacher)).toBe(404);
    expect(await refusalOf(await confirm(inCharge.administrator, proposal.relationId))).toEqual([
      404,
      'not_found',
    ]);
    expect(await classHome(teacher)).toBe(404);

    expect((await confirm(inCharge.leadership, proposal.relationId)).status).toBe(204);
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'active', confirmed: true });
    expect(await classHome(teacher)).toBe(200);

    expect((await end(inCharge.administrator, proposal.relationId)).status).toBe(204);
    expect(await classHome(teacher)).toBe(404);
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'ended', confirmed: true, toOn: today });
  });

  test('and both the grant and the end are in the access log, with who did it and for which class', async () => {
    const { staffId } = await newcomer('logged teacher');
    await give(inCharge.administrator, staffId, teaches());
    expect(await logAbout(house, school, staffId)).toEqual([]);
    const { relationId } = await onlyRelationOf(staffId);
    await confirm(inCharge.leadership, relationId);
    await confirm(inCharge.leadership, relationId);
    await end(inCharge.administrator, relationId);
    await end(inCharge.administrator, relationId);
    const entry = { subject_kind: 'staff', purpose: `contact_teacher ${classId}` };
    expect(await logAbout(house, school, staffId)).toEqual([
      { ...entry, action: 'access.granted', staff_id: inCharge.leadershipId, role: 'leadership' },
      { ...entry, action: 'access.ended', staff_id: inCharge.administratorId, role: 'administrator' },
    ]);
  });

  test('or declines, which gave nothing and so is no entry in the log', async () => {
    const { staffId } = await newcomer('declined teacher');
    await give(inCharge.administrator, staffId, teaches());
    const { relationId } = await onlyRelationOf(staffId);
    expect((await end(inCharge.leadership, relationId)).status).toBe(204);
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'ended', confirmed: false });
    expect(await refusalOf(await confirm(inCharge.leadership, relationId))).toEqual([409, 'relation_ended']);
    expect(await logAbout(house, school, staffId)).toEqual([]);
  });

  test('all of them or none', async () => {
    const [one, other] = [await newcomer('one of two'), await newcomer('other of two')];
    for (const { staffId } of [one, other]) await give(inCharge.administrator, staffId, teaches());
    const [kept, gone] = [await onlyRelationOf(one.staffId), await onlyRelationOf(other.staffId)];
    await end(inCharge.administrator, gone.relationId);
    for (const [id, refusal] of [
      [gone.relationId, [409, 'relation_ended']],
      [randomUUID(), [404, 'not_found']],
    ] as const) {
      expect(await refusalOf(await confirm(inCharge.leadership, kept.relationId, id))).toEqual(refusal);
      expect(await onlyRelationOf(one.staffId)).toMatchObject({ state: 'proposed' });
    }
    expect((await confirm(inCharge.leadership, kept.relationId)).status).toBe(204);
  });

  test('but not a proposal whose days are over', async () => {
    const { staffId } = await newcomer('proposed too late');
    await give(inCharge.administrator, staffId, teaches({ toOn: '2026-11-24' }));
    const { relationId } = await onlyRelationOf(staffId);
    house.setNow(new Date('2026-11-24T23:00:00Z'));
    const later = await house.staffBrowser(`leadership ${school.schoolId}`);
    expect(await refusalOf(await confirm(later, relationId))).toEqual([409, 'relation_ended']);
  });
});

test('a roster without the class ends its teachers, which is logged as of the one who applied it', async () => {
  const other = await makeSchool(house, 'Klasse som slutter', roster);
  const theirs = await seatInCharge(house, other);
  const wish = { classId: other.classIds.get('5B') ?? '' };
  const [teacherId, proposedId] = [
    await addStaff(house, other, 'teacher of 5B', []),
    await addStaff(house, other, 'proposed for 5B', []),
  ];
  await give(theirs.leadership, teacherId, teaches(wish));
  await give(theirs.administrator, proposedId, teaches(wish));
  await importRoster(theirs.administrator, rosterHeader + rosterOf('5A', 5, 3));
  for (const id of [teacherId, proposedId])
    expect(await relationsOf(theirs.administrator, id)).toMatchObject([{ state: 'ended' }]);
  const purpose = `contact_teacher ${wish.classId}`;
  expect(await logAbout(house, other, teacherId)).toMatchObject([
    { action: 'access.granted', staff_id: theirs.leadershipId, purpose },
    { action: 'access.ended', staff_id: theirs.administratorId, role: 'administrator', purpose },
  ]);
  expect(await logAbout(house, other, proposedId)).toEqual([]);
});

describe('leadership gives a relation at once', () => {
  test('and it is logged as given by leadership', async () => {
    const { staffId, signIn } = await newcomer('given by leadership');
    expect((await give(inCharge.leadership, staffId, teaches())).status).toBe(204);
    expect(await classHome(await signIn())).toBe(200);
    expect(await logAbout(house, school, staffId)).toMatchObject([
      { action: 'access.granted', staff_id: inCharge.leadershipId },
    ]);
  });

  test('and from a day to come it gives nothing until that day begins in Norway', async () => {
    const { staffId, signIn } = await newcomer('coming teacher');
    await give(inCharge.leadership, staffId, teaches({ fromOn: '2026-12-01' }));
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'coming', fromOn: '2026-12-01' });
    expect(await classHome(await signIn())).toBe(404);
    expect(await homeAt('2026-11-30T22:59:59Z', signIn)).toBe(404);
    expect(await homeAt('2026-11-30T23:00:00Z', signIn)).toBe(200);
  });

  test('and it ends by itself when its last day is over, also in a session that goes on', async () => {
    const { staffId, signIn } = await newcomer('teacher until Friday');
    await give(inCharge.leadership, staffId, teaches({ toOn: '2026-11-27' }));
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'active', toOn: '2026-11-27' });
    house.setNow(new Date('2026-11-27T22:59:59Z'));
    const teacher = await signIn();
    expect(await classHome(teacher)).toBe(200);
    house.setNow(new Date('2026-11-27T23:00:00Z'));
    expect(await classHome(teacher)).toBe(404);
  });

  test('and what is to come can be called off before it begins', async () => {
    const { staffId, signIn } = await newcomer('called off');
    await give(inCharge.leadership, staffId, teaches({ fromOn: '2026-12-01' }));
    await end(inCharge.leadership, (await onlyRelationOf(staffId)).relationId);
    expect(await onlyRelationOf(staffId)).toMatchObject({ state: 'ended' });
    expect(await homeAt('2026-12-02T09:00:00Z', signIn)).toBe(404);
    expect((await logAbout(house, school, staffId)).map(({ action }) => action)).toEqual([
      'access.granted',
      'access.ended',
    ]);
  });
});

describe('a substitute', () => {
  test.each([
    ['without a last day', undefined],
    ['for sixty-one days', '2027-01-23'],
  ])('%s is refused', async (_what, toOn) => {
    const { staffId } = await newcomer(`substitute ${toOn}`);
    const wish = teaches({ kind: 'substitute', ...(toOn === undefined ? {} : { toOn }) });
    for (const browser of [inCharge.administrator, inCharge.leadership])
      expect(await refusalOf(await give(browser, staffId, wish))).toEqual([422, 'substitute_period']);
    expect(await relationsOf(inCharge.administrator, staffId)).toEqual([]);
  });

  test('of sixty days comes to the class on the last of them and not on the day after', async () => {
    const { staffId, signIn } = await newcomer('substitute of sixty days');
    const wish = teaches({ kind: 'substitute', toOn: '2027-01-22' });
    expect((await give(inCharge.leadership, staffId, wish)).status).toBe(204);
    expect(await classHome(await signIn())).toBe(200);
    expect(await homeAt('2027-01-22T22:59:59Z', signIn)).toBe(200);
    expect(await homeAt('2027-01-22T23:00:00Z', signIn)).toBe(404);
  });
});
