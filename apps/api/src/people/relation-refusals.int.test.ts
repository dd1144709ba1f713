import { randomUUID } from 'node:crypto';
import type { GiveRelation, RelationView } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import {
  confirm,
  deactivate,
  end,
  give,
  logAbout,
  reactivate,
  refusalOf,
  relationsOf,
  seatInCharge,
  type SchoolInCharge,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const roster = rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 3);

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;
let administrator: Browser;
let leadership: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
  school = await makeSchool(house, 'Prøve', roster);
  inCharge = await seatInCharge(house, school);
  ({ administrator, leadership } = inCharge);
});
afterAll(() => house.close());

const classOf = (name: string, at = school): string => at.classIds.get(name) ?? '';
const newcomer = (subject: string, at = school): Promise<string> => addStaff(house, at, subject, []);
const teaches = (wish: Partial<GiveRelation> = {}): GiveRelation => ({
  kind: 'contact_teacher',
  classId: classOf('5A'),
  fromOn: today,
  ...wish,
});
const last = async (staffId: string, by = administrator): Promise<RelationView> =>
  (await relationsOf(by, staffId)).at(-1) ?? expect.fail('There is no relation.');

describe('a wish that does not hold is refused and changes nothing:', () => {
  test.each([
    ['from a day that is over', 400, 'invalid_request', () => teaches({ fromOn: '2026-11-23' })],
    ['that ends before it begins', 400, 'invalid_request', () => teaches({ toOn: '2026-11-23' })],
    [
      'contact teacher of no class',
      400,
      'invalid_request',
      (): GiveRelation => ({ kind: 'contact_teacher', fromOn: today }),
    ],
    ['leadership of a class', 400, 'invalid_request', () => teaches({ kind: 'leadership' })],
    ['of a class that is not there', 404, 'not_found', () => teaches({ classId: randomUUID() })],
  ] as const)('%s', async (what, status, code, wish) => {
    const staffId = await newcomer(what);
    for (const browser of [administrator, leadership])
      expect(await refusalOf(await give(browser, staffId, wish()))).toEqual([status, code]);
    expect(await relationsOf(administrator, staffId)).toEqual([]);
  });
});

test('a relation can be wished for until the last day there is', async () => {
  const staffId = await newcomer('for ever');
  expect((await give(leadership, staffId, teaches({ toOn: '9999-12-31' }))).status).toBe(204);
  expect(await last(staffId)).toMatchObject({ state: 'active', toOn: '9999-12-31' });
});

describe('the same relation twice over the same days is refused', () => {
  const exists = [409, 'relation_exists'];

  test('whether the one that is there waits, holds or is to come', async () => {
    const staffId = await newcomer('twice');
    await give(administrator, staffId, teaches());
    expect(await refusalOf(await give(leadership, staffId, teaches()))).toEqual(exists);
    await confirm(leadership, (await last(staffId)).relationId);
    expect(await refusalOf(await give(administrator, staffId, teaches()))).toEqual(exists);
    await end(leadership, (await last(staffId)).relationId);
    await give(leadership, staffId, teaches({ fromOn: '2026-12-01' }));
    expect(await refusalOf(await give(administrator, staffId, teaches({ toOn: '2026-12-01' })))).toEqual(
      exists,
    );
    expect(await relationsOf(administrator, staffId)).toHaveLength(2);
  });

  test('and of another class, another kind, or on the days before and after, it is not', async () => {
    const staffId = await newcomer('beside');
    const wishes = [
      teaches({ fromOn: '2026-12-01', toOn: '2026-12-10' }),
      teaches({ toOn: '2026-11-30' }),
      teaches({ fromOn: '2026-12-11' }),
      teaches({ classId: classOf('5B') }),
      teaches({ kind: 'substitute', toOn: '2026-12-10' }),
    ];
    for (const wish of wishes) expect((await give(leadership, staffId, wish)).status).toBe(204);
    expect(await relationsOf(administrator, staffId)).toHaveLength(wishes.length);
  });
});

describe('somebody who has left', () => {
  const inactive = [409, 'staff_inactive'];

  test('is given nothing', async () => {
    const staffId = await newcomer('left before');
    await deactivate(administrator, staffId);
    for (const browser of [administrator, leadership])
      expect(await refusalOf(await give(browser, staffId, teaches()))).toEqual(inactive);
    expect(await relationsOf(administrator, staffId)).toEqual([]);
  });

  test('is not confirmed in what a roster proposes afterwards', async () => {
    const staffId = await addStaff(house, school, 'left and in the roster', []);
    await deactivate(administrator, staffId);
    const relationId = randomUUID();
    await house.deps.db.inScope(school, (tx) =>
      tx
        .insertInto('relation')
        .values({
          school_id: school.schoolId,
          relation_id: relationId,
          staff_id: staffId,
          kind: 'contact_teacher',
          class_id: classOf('5A'),
          from_at: house.deps.now(),
        })
        .execute(),
    );
    expect(await refusalOf(await confirm(leadership, relationId))).toEqual(inactive);
    await reactivate(administrator, staffId);
    expect(await last(staffId)).toMatchObject({ state: 'proposed' });
  });
});

describe('S7: what is another school’s answers byte for byte as what is not there', () => {
  let other: TestSchool;
  let theirTeacher: string;
  let theirRelation: string;
  const whole = async (response: Response): Promise<string> =>
    `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;

  beforeAll(async () => {
    other = await makeSchool(house, 'Nabo', roster);
    const theirs = await seatInCharge(house, other);
    theirTeacher = await newcomer('teacher of the other school', other);
    await give(theirs.administrator, theirTeacher, teaches({ classId: classOf('5A', other) }));
    theirRelation = (await last(theirTeacher, theirs.administrator)).relationId;
  });

  test.each([
    ['a relation to confirm', (id: string) => confirm(leadership, id), () => theirRelation],
    ['a relation to end', (id: string) => end(administrator, id), () => theirRelation],
    ['somebody to give a relation', (id: string) => give(administrator, id, teaches()), () => theirTeacher],
    ['somebody to deactivate', (id: string) => deactivate(administrator, id), () => theirTeacher],
    [
      'a class to teach',
      async (id: string) => give(leadership, inCharge.administratorId, teaches({ classId: id })),
      () => classOf('5A', other),
    ],
  ])('%s', async (_what, ask, id) => {
    const theirs = await whole(await ask(id()));
    expect(theirs).toMatch(/^404 /);
    expect(theirs).toBe(await whole(await ask(randomUUID())));
  });

  test('and nothing of it is changed there', async () => {
    const stored = await house.deps.db.inScope(other, (tx) =>
      tx
        .selectFrom('relation')
        .innerJoin('staff_member', 'staff_member.staff_id', 'relation.staff_id')
        .select(['confirmed_at', 'to_at', 'active'])
        .where('relation.school_id', '=', other.schoolId)
        .where('relation_id', '=', theirRelation)
        .execute(),
    );
    expect(stored).toEqual([{ confirmed_at: null, to_at: null, active: true }]);
    expect(await logAbout(house, other, theirTeacher)).toEqual([]);
  });
});
