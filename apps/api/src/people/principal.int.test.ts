import type { GiveRelation } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import {
  confirm,
  end,
  give,
  refusalOf,
  relationsOf,
  seatInCharge,
  type SchoolInCharge,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const principal: GiveRelation = { kind: 'principal', fromOn: today };
const hiddenPupils = '/api/v1/hidden-pupils';

let house: TestHouse;
let school: TestSchool;
let inCharge: SchoolInCharge;
let schools = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
});
afterAll(() => house.close());

beforeEach(async () => {
  schools += 1;
  school = await makeSchool(house, `Skole ${schools}`, rosterHeader + rosterOf('5A', 5, 3));
  inCharge = await seatInCharge(house, school);
});

/** One more of the leadership. */
const deputy = (subject: string): Promise<string> =>
  addStaff(house, school, `${subject} ${schools}`, [{ kind: 'leadership' }]);
const principalOf = async (staffId: string) =>
  (await relationsOf(inCharge.administrator, staffId)).find(({ kind }) => kind === 'principal');

test('the first principal of a school is confirmed by the administrator, and alone sees who is hidden', async () => {
  const { administrator, leadership, leadershipId } = inCharge;
  expect(await refusalOf(await leadership(hiddenPupils))).toEqual([404, 'not_found']);
  expect((await give(administrator, leadershipId, principal)).status).toBe(204);
  expect(await principalOf(leadershipId)).toMatchObject({ state: 'active' });
  expect((await leadership(hiddenPupils)).status).toBe(200);
});

test('there is one at a time, given or confirmed by others than the one it is for', async () => {
  const { administrator, leadership, leadershipId } = inCharge;
  const [second, third] = [await deputy('second'), await deputy('third')];
  expect(await refusalOf(await give(leadership, leadershipId, principal))).toEqual([403, 'own_relation']);
  expect((await give(leadership, second, principal)).status).toBe(204);
  const exists = [409, 'principal_exists'];
  for (const by of [administrator, leadership])
    expect(await refusalOf(await give(by, third, principal))).toEqual(exists);
  // After the first one's days there may be another.
  const { relationId = '' } = (await principalOf(second)) ?? {};
  expect((await end(leadership, relationId)).status).toBe(204);
  expect((await give(leadership, third, principal)).status).toBe(204);
});

test('two that were proposed are not both confirmed', async () => {
  const { administrator, leadership } = inCharge;
  const [first, second, third] = [await deputy('first'), await deputy('second'), await deputy('third')];
  await give(administrator, first, { ...principal, toOn: '2026-11-30' });
  const later = { ...principal, fromOn: '2026-12-01' };
  for (const staffId of [second, third]) expect((await give(administrator, staffId, later)).status).toBe(204);
  const proposed = await Promise.all([second, third].map(principalOf));
  const ids = proposed.map((relation) => relation?.relationId ?? '');
  expect(proposed.map((relation) => relation?.state)).toEqual(['proposed', 'proposed']);
  expect(await refusalOf(await confirm(leadership, ...ids))).toEqual([409, 'principal_exists']);
  expect((await confirm(leadership, ...ids.slice(0, 1))).status).toBe(204);
});

test('a principal is one of the leadership, and is none when that has ended', async () => {
  const { administrator, leadership, leadershipId } = inCharge;
  const outsider = await addStaff(house, school, `outsider ${schools}`, [{ kind: 'employee' }]);
  expect(await refusalOf(await give(leadership, outsider, principal))).toEqual([
    409,
    'principal_without_leadership',
  ]);
  await deputy('stays');
  await give(administrator, leadershipId, principal);
  expect((await leadership(hiddenPupils)).status).toBe(200);
  const [own] = (await relationsOf(administrator, leadershipId)).filter(({ kind }) => kind === 'leadership');
  await house.deps.db.inScope(school, (tx) =>
    tx
      .updateTable('relation')
      .set({ to_at: house.deps.now() })
      .where('school_id', '=', school.schoolId)
      .where('relation_id', '=', own?.relationId ?? '')
      .execute(),
  );
  expect(await refusalOf(await leadership(hiddenPupils))).toEqual([404, 'not_found']);
});
