import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import {
  confirm,
  deactivate,
  end,
  give,
  refusalOf,
  relationsOf,
  seatInCharge,
} from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const today = '2026-11-24';
const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n';
const owner = { kind: 'owner', fromOn: today } as const;
const forbidden = [403, 'owner_by_administrator'];

let house: TestHouse;
let school: TestSchool;
let administrator: Browser;
let leadership: Browser;
let schools = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date(`${today}T09:00:00Z`));
});
afterAll(() => house.close());

beforeEach(async () => {
  schools += 1;
  school = await makeSchool(house, `Skole ${schools}`, roster);
  ({ administrator, leadership } = await seatInCharge(house, school));
});

const somebody = (name: string) => addStaff(house, school, `${name} ${schools}`, []);
const relationOf = async (staffId: string) =>
  (await relationsOf(administrator, staffId)).at(-1) ?? expect.fail('There is no relation.');
const firstOwner = async (): Promise<string> => {
  const staffId = await somebody('owner');
  expect((await give(administrator, staffId, owner)).status).toBe(204);
  return staffId;
};
const another = async (kind: 'administrator' | 'leadership', also?: 'administrator') => {
  const subject = `another ${kind} ${schools}`;
  await addStaff(house, school, subject, [{ kind }, ...(also === undefined ? [] : [{ kind: also }])]);
  return house.staffBrowser(subject);
};
const confirmOwner = (by: Browser, relationId: string) =>
  by(`/api/v1/relations/${relationId}/confirm-owner`, { method: 'POST' });

test('an administrator gives the first, which holds at once', async () => {
  expect(await relationOf(await firstOwner())).toMatchObject({ kind: 'owner', state: 'active' });
});

test('leadership neither gives, confirms, declines nor ends one, also when it administers', async () => {
  const staffId = await firstOwner();
  const { relationId } = await relationOf(staffId);
  const both = await another('leadership', 'administrator');
  for (const by of [leadership, both]) {
    expect(await refusalOf(await give(by, await somebody(`friend ${Math.random()}`), owner))).toEqual(
      forbidden,
    );
    expect(await refusalOf(await end(by, relationId))).toEqual(forbidden);
  }
  const second = await somebody('second');
  await give(administrator, second, owner);
  const proposed = (await relationOf(second)).relationId;
  expect(await refusalOf(await confirm(leadership, proposed))).toEqual(forbidden);
  expect(await refusalOf(await end(leadership, proposed))).toEqual(forbidden);
  expect(await refusalOf(await confirmOwner(both, proposed))).toEqual(forbidden);
  expect((await confirmOwner(leadership, proposed)).status).toBe(404);
  expect(await refusalOf(await deactivate(both, staffId))).toEqual(forbidden);
  expect(await relationOf(staffId)).toMatchObject({ state: 'active' });
});

test('another beside the one there is takes another administrator than the one who proposed', async () => {
  await firstOwner();
  const staffId = await somebody('second');
  await give(administrator, staffId, owner);
  const { relationId, state } = await relationOf(staffId);
  expect(state).toBe('proposed');
  expect(await refusalOf(await confirmOwner(administrator, relationId))).toEqual([
    403,
    'second_administrator',
  ]);
  const other = await another('administrator');
  for (let time = 0; time < 2; time += 1) expect((await confirmOwner(other, relationId)).status).toBe(204);
  expect(await relationOf(staffId)).toMatchObject({ state: 'active' });
});

test('the last one is not ended, nor are they put out of the school', async () => {
  const staffId = await firstOwner();
  const last = [409, 'last_of_kind'];
  expect(await refusalOf(await end(administrator, (await relationOf(staffId)).relationId))).toEqual(last);
  expect(await refusalOf(await deactivate(administrator, staffId))).toEqual(last);
});
