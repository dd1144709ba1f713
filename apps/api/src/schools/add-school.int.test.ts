import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { StaffSession } from '@samhold/contract';
import { insertStaffMember } from '../roster/people.ts';
import { offerSetupLink } from '../setup/service.ts';
import { json } from '../testing/browser.ts';
import { tokenOf } from '../testing/link-token.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addSchool, renewLink, SchoolRefused, type SchoolDeps, type SchoolWish } from './add-school.ts';

let house: TestHouse;
let deps: SchoolDeps;
beforeEach(async () => {
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true });
  deps = { ...house.deps, publicUrl: house.origin };
});
afterEach(() => house.close());

const first: SchoolWish = {
  ...{ name: 'Fjellvik skole', organisationNumber: '974588145' },
  ...{ owner: 'Fjellvik kommune', newOwner: true },
  administrator: { givenName: 'Anne', familyName: 'Administrator' },
};
const second: SchoolWish = {
  ...{ ...first, name: 'Dalvik skole', organisationNumber: '974589095', newOwner: false },
  administrator: { givenName: 'Dag', familyName: 'Dalvik' },
};

const ask = <Row>(sql: string) => house.database.ask<Row>(sql);
const countRows = async (table: string): Promise<number> =>
  (await ask<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;
const counts = async (): Promise<Readonly<Record<string, number>>> => {
  const tables = ['school_owner', 'school', 'owner_school_lookup', 'school_number_lookup', 'sealed_person'];
  const made = [...tables, 'staff_member', 'relation', 'setup_link', 'setup_link_lookup'];
  const counted = await Promise.all(made.map(async (table) => [table, await countRows(table)] as const));
  return Object.fromEntries(counted);
};

const enter = async (link: string): Promise<StaffSession | number> => {
  const browser = house.tablet();
  const { status } = await browser('/api/v1/setup', json('POST', { link: tokenOf(link) }));
  if (status !== 204) return status;
  // Checked by the route's response schema.
  return (await (await browser('/api/v1/session')).json()) as StaffSession;
};

const refusalOf = (making: Promise<unknown>): Promise<string> =>
  making.then(
    () => 'made',
    (error: unknown) => (error instanceof SchoolRefused ? error.because : String(error)),
  );

test('each school has its own link, which outlives a start and lets its own administrator in', async () => {
  const links = [await addSchool(deps, first), await addSchool(deps, second)];
  expect(await offerSetupLink(house.deps)).toBeUndefined();
  const opened = await house.tablet()('/api/v1/setup/open', json('POST', { link: tokenOf(links[1] ?? '') }));
  expect(await opened.json()).toEqual({ schoolName: 'Dalvik skole' });
  expect(await enter(links[1] ?? '')).toMatchObject({
    name: 'Dag Dalvik',
    school: { name: 'Dalvik skole' },
    relations: [{ kind: 'administrator' }],
  });
  expect(await enter(links[1] ?? '')).toBe(410);
  expect(await enter(links[0] ?? '')).toMatchObject({ name: 'Anne Administrator' });
  expect(await countRows('school_owner')).toBe(1);
});

test('a link is of no use where an administrator of that school signs in, and still is at the neighbour', async () => {
  const [mine, theirs] = [await addSchool(deps, first), await addSchool(deps, second)];
  const [{ school_id: schoolId } = { school_id: '' }] = await ask<{ school_id: string }>(
    `select school_id from school where name = 'Fjellvik skole'`,
  );
  await house.deps.db.inScope({ schoolId }, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), house.deps.keyring, schoolId, {
      ...{ givenName: 'Inn', familyName: 'Logget', identity: { issuer: house.issuer, subject: 'inn' } },
      relations: [{ kind: 'administrator', fromAt: new Date(house.deps.now().getTime() - 1_000) }],
    }),
  );
  expect(await enter(mine)).toBe(410);
  expect(await renewLink(deps, first.organisationNumber)).toBeUndefined();
  expect(await enter(theirs)).toMatchObject({ name: 'Dag Dalvik' });
});

test('a new link takes the place of the one before, at that school only', async () => {
  const [mine, theirs] = [await addSchool(deps, first), await addSchool(deps, second)];
  const again = await renewLink(deps, first.organisationNumber);
  expect(await enter(mine)).toBe(410);
  expect(await enter(again ?? '')).toMatchObject({ name: 'Anne Administrator' });
  expect(await enter(theirs)).toMatchObject({ name: 'Dag Dalvik' });
  expect(await renewLink(deps, '974760673')).toBeUndefined();
});

test.each<[string, Partial<SchoolWish>, string]>([
  ['a check digit that does not hold', { organisationNumber: '974589096' }, 'number_wrong'],
  ['a number that is in use', { organisationNumber: first.organisationNumber }, 'number_taken'],
  ['an owner nobody knows', { owner: 'Andre kommune' }, 'owner_unknown'],
  ['a new owner that is there', { owner: ' fjellvik  KOMMUNE', newOwner: true }, 'owner_exists'],
])('%s makes nothing at all', async (_what, change, because) => {
  await addSchool(deps, first);
  const before = await counts();
  expect(await refusalOf(addSchool(deps, { ...second, ...change }))).toBe(because);
  expect(await counts()).toEqual(before);
});

test('a school from before numbers were looked up keeps its number as well', async () => {
  await addSchool(deps, first);
  await ask('delete from school_number_lookup');
  const twin = { ...second, organisationNumber: first.organisationNumber };
  expect(await refusalOf(addSchool(deps, twin))).toBe('number_taken');
  expect(await countRows('school')).toBe(1);
});

test('of ten at the same moment with one number and a new owner, one school and one owner come', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(addSchool(deps, first))));
  expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1);
  expect(await counts()).toMatchObject({
    school_owner: 1,
    school: 1,
    school_number_lookup: 1,
    setup_link: 1,
  });
});

test('cut off before any of its statements ended, it leaves nothing', async () => {
  await addSchool(deps, first);
  const before = await counts();
  // The last statement of all fails.
  await ask(`alter table setup_link_lookup add constraint cut check (school_id is null) not valid`);
  await expect(addSchool(deps, second)).rejects.toThrow('cut');
  expect(await counts()).toEqual(before);
});

test('no number and no link stands readable in a look-up', async () => {
  const link = tokenOf(await addSchool(deps, first));
  const rows = JSON.stringify([
    await ask('select * from school_number_lookup'),
    await ask('select * from setup_link'),
    await ask('select * from setup_link_lookup'),
  ]);
  for (const secret of [
    link,
    first.organisationNumber,
    Buffer.from(first.organisationNumber).toString('hex'),
  ])
    expect(rows).not.toContain(secret);
});
