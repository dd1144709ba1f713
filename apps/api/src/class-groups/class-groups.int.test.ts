import type { RelationView } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { startOfDay } from '../people/relation-days.ts';
import { signIn, type Browser } from '../testing/browser.ts';
import { openFeideStandIn, type FeideStandIn } from '../testing/feide-stand-in.ts';
import { confirm, end, logAbout, relationsOf } from '../testing/people-calls.ts';
import { storeFeide } from '../testing/stored-feide.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let feide: FeideStandIn;
let school: TestSchool;
let leadership: Browser;
let count = 0;

const day = (offset: number): string => addDays(dayOf(house.deps.now()), offset);
const group = (name: string, from = day(-60), to = day(90), role = 'faculty') => ({
  id: `fc:gogroup:fjellvik.kommune.no:b:NO999999999:${name}%2F1:${from}:${to}`,
  ...{
    type: 'fc:gogroup',
    displayName: name,
    go_type: 'b',
    membership: { basic: 'admin', affiliation: role },
  },
  ...{ notBefore: startOfDay(from).toISOString(), notAfter: startOfDay(to).toISOString() },
});
const classId = (name: string): string => school.classIds.get(name) ?? '';
const newTeacher = async (...classes: readonly string[]) => {
  count += 1;
  const subject = `teacher-${count}`;
  const staffId = await addStaff(
    house,
    school,
    subject,
    classes.map((name) => ({ kind: 'contact_teacher', classId: classId(name) })),
    { issuer: feide.client.issuer },
  );
  return { subject, staffId };
};
const enter = async (subject: string, ...groups: readonly object[]): Promise<Browser> => {
  feide.next.groups = groups;
  const browser = house.tablet();
  await signIn(browser, house.origin, subject);
  return browser;
};
const told = (relations: readonly RelationView[]) =>
  relations.map(({ className, state, toOn, namedByFeideOn }) => [className, state, toOn, namedByFeideOn]);
const standing = async (staffId: string) => told(await relationsOf(leadership, staffId));

beforeAll(async () => {
  feide = await openFeideStandIn(() => house.origin);
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true, feide: feide.service });
  // Half an hour before midnight in Norway, in the middle of a school year.
  house.setNow(new Date('2026-11-27T22:30:00Z'));
  const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n5B,5,Eir,Moe,p2\n';
  school = await makeSchool(house, 'Prøve', roster);
  await storeFeide(house, feide, school);
  await addStaff(house, school, 'leader', [{ kind: 'leadership' }], { issuer: feide.client.issuer });
  leadership = await enter('leader');
});
afterAll(async () => {
  await house.close();
  await feide.close();
});
beforeEach(() => {
  Object.assign(feide.next, { groups: [], groupsStatus: 200, groupsDelay: 0 });
});

test('a class the list knows is confirmed, and ends with the group that day', async () => {
  const { subject, staffId } = await newTeacher('5A');
  const browser = await enter(subject, group('5A', day(-60), day(1)));
  const home = `/api/v1/classes/${classId('5A')}/home`;
  expect(await standing(staffId)).toEqual([['5A', 'active', day(0), day(0)]]);
  expect((await browser(home)).status).toBe(200);
  expect(await logAbout(house, school, staffId)).toMatchObject([
    { action: 'access.ended', purpose: `feide contact_teacher ${classId('5A')} ${day(1)}` },
  ]);
  const now = house.deps.now();
  house.setNow(startOfDay(day(1)));
  expect((await browser(home)).status).toBe(404);
  house.setNow(now);
});

test('a group that has ended already ends the access at sign-in', async () => {
  const { subject, staffId } = await newTeacher('5A');
  const browser = await enter(subject, group('5A', day(-60), day(-5)));
  expect((await browser(`/api/v1/classes/${classId('5A')}/home`)).status).toBe(404);
  expect((await standing(staffId))[0]?.slice(0, 2)).toEqual(['5A', 'ended']);
});

test('a class the list does not know the person to teach is proposed, and given by leadership only', async () => {
  const [one, other] = [await newTeacher(), await newTeacher()];
  const home = `/api/v1/classes/${classId('5B')}/home`;
  const browser = await enter(one.subject, group('Klasse 5b'));
  await enter(other.subject, group('5B'));
  expect((await browser(home)).status).toBe(404);
  for (const { staffId } of [one, other])
    expect(await standing(staffId)).toEqual([['5B', 'proposed', day(89), day(0)]]);
  const [mine] = await relationsOf(leadership, one.staffId);
  const [theirs] = await relationsOf(leadership, other.staffId);
  expect((await confirm(leadership, mine?.relationId ?? '')).status).toBe(204);
  expect((await end(leadership, theirs?.relationId ?? '')).status).toBe(204);
  expect((await browser(home)).status).toBe(200);
  // Declined is declined.
  await enter(other.subject, group('5B'));
  expect((await standing(other.staffId)).map(([, state]) => state)).toEqual(['ended']);
});

test('classes of last year, of subjects and of pupils give nothing and end nothing', async () => {
  const { subject, staffId } = await newTeacher('5A');
  const lastYear = group('5A', '2025-08-01', '2026-08-01');
  await enter(
    subject,
    lastYear,
    { ...group('5B'), go_type: 'u' },
    { ...group('5B'), membership: {} },
    { id: 3 },
  );
  expect(await standing(staffId)).toEqual([['5A', 'active', null, null]]);
});

test('what Feide no longer says is no longer shown as confirmed', async () => {
  const { subject, staffId } = await newTeacher('5A');
  await enter(subject, group('5A'));
  await enter(subject);
  expect(await standing(staffId)).toEqual([['5A', 'active', day(89), null]]);
});

test.each([
  ['answers with an error', { groupsStatus: 500 }],
  ['does not answer in time', { groupsDelay: 60_000 }],
  ['answers something else', { groups: { message: 'no' } }],
])('when the groups API %s, sign-in works and nothing is confirmed', async (_how, fault) => {
  const { subject, staffId } = await newTeacher('5A');
  feide.next.groups = [group('5A', day(-60), day(-5)), group('5B')];
  Object.assign(feide.next, fault);
  const browser = house.tablet();
  await signIn(browser, house.origin, subject);
  expect((await browser('/api/v1/session')).status).toBe(200);
  expect(await standing(staffId)).toEqual([['5A', 'active', null, null]]);
});
