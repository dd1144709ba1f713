import { randomUUID } from 'node:crypto';
import type { OwnSchools, SchoolChosen, SchoolsToChoose, StaffSession } from '@samhold/contract';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { bindIdentity } from '../roster/people.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { followSignIn, json, type Browser } from '../testing/browser.ts';
import { wholeLogAbout } from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
const schools = new Map<string, TestSchool>();
const at = (name: string): TestSchool => {
  const school = schools.get(name);
  if (school === undefined) throw new Error(`No school is called ${name}.`);
  return school;
};
const employee = [{ kind: 'employee' }] as const;
const owner = [{ kind: 'owner' }] as const;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  for (const name of ['Fjellvik', 'Bjørkly', 'Dalen', 'Elvebakken'])
    schools.set(name, await makeSchool(house, name, 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n'));
});
afterEach(() => house.setNow(undefined));
afterAll(() => house.close());

/** As far as the provider and this house lead of themselves. */
const arrive = async (subject: string, query = '?returnTo=/year', browser = house.tablet()) => {
  house.addSubject(subject);
  const end = await followSignIn(browser, house.origin, `/api/v1/sign-in${query}`, subject);
  return { browser, place: `${end.pathname}${end.search}` };
};
const offered = async (browser: Browser) =>
  (await bodyOf<SchoolsToChoose>(await browser('/api/v1/sign-in/schools'))).schools;
const choose = (browser: Browser, schoolId: string) =>
  browser('/api/v1/sign-in/school', json('POST', { schoolId }));
const sessionOf = async (browser: Browser) => bodyOf<StaffSession>(await browser('/api/v1/session'));
const schoolsOf = async (browser: Browser) =>
  (await bodyOf<OwnSchools>(await browser('/api/v1/me/schools'))).schools;
const cookieOf = (response: Response): string =>
  /__Host-samhold=[^;]+/.exec(response.headers.getSetCookie().join('\n'))?.[0] ?? '';
const statusBy = async (cookie: string): Promise<number> =>
  (await house.tablet()('/api/v1/session', { headers: { cookie } })).status;

test('whoever works at several schools chooses among those where a relation holds now, and is in none before', async () => {
  const yesterday = new Date(house.deps.now().getTime() - 86_400_000);
  await addStaff(house, at('Fjellvik'), 'turid', employee);
  await addStaff(house, at('Bjørkly'), 'turid', [{ kind: 'social_teacher' }]);
  await addStaff(house, at('Dalen'), 'turid', [{ kind: 'employee', toAt: yesterday }]);
  const { browser, place } = await arrive('turid');
  expect(place).toBe('/sign-in/school');
  expect((await browser('/api/v1/session')).status).toBe(401);
  expect(await offered(browser)).toEqual([
    { schoolId: at('Bjørkly').schoolId, name: 'Bjørkly', isLast: false },
    { schoolId: at('Fjellvik').schoolId, name: 'Fjellvik', isLast: false },
  ]);
  const refused = new Set<string>();
  for (const schoolId of [at('Dalen').schoolId, at('Elvebakken').schoolId, randomUUID()]) {
    const answer = await choose(browser, schoolId);
    refused.add(`${answer.status} ${await answer.text()}`);
  }
  expect(refused.size).toBe(1);
  expect([...refused][0]).toMatch(/^403 .*sign_in_failed/);
  expect(await bodyOf<SchoolChosen>(await choose(browser, at('Fjellvik').schoolId))).toEqual({
    returnTo: '/year',
  });
  expect(await sessionOf(browser)).toMatchObject({
    school: { name: 'Fjellvik' },
    hasOtherSchools: true,
    relations: [{ kind: 'employee' }],
  });
  expect((await schoolsOf(browser)).map(({ name, isHere }) => [name, isHere])).toEqual([
    ['Bjørkly', false],
    ['Fjellvik', true],
  ]);
});

test('a choice is made once, within ten minutes, and can be let be; the school used last stands first', async () => {
  const { browser } = await arrive('turid');
  expect((await offered(browser)).map(({ name, isLast }) => [name, isLast])).toEqual([
    ['Fjellvik', true],
    ['Bjørkly', false],
  ]);
  house.setNow(new Date(house.deps.now().getTime() + 11 * 60_000));
  expect(await offered(browser)).toEqual([]);
  expect(await codeOf(await choose(browser, at('Bjørkly').schoolId))).toBe('school_choice_over');
  house.setNow(undefined);
  expect((await choose(browser, at('Bjørkly').schoolId)).status).toBe(200);
  expect(await codeOf(await choose(browser, at('Fjellvik').schoolId))).toBe('school_choice_over');
  const left = await arrive('turid');
  await left.browser('/api/v1/sign-in/schools', { method: 'DELETE' });
  expect(await offered(left.browser)).toEqual([]);
});

test('to another school the session goes over: the one that was left opens nothing, another browser stays', async () => {
  const { browser } = await arrive('turid');
  const first = cookieOf(await choose(browser, at('Fjellvik').schoolId));
  const elsewhere = await arrive('turid');
  const second = cookieOf(await choose(elsewhere.browser, at('Fjellvik').schoolId));
  expect([await statusBy(first), await statusBy(second)]).toEqual([200, 200]);
  await arrive('turid', `?school=${at('Bjørkly').schoolId}`, browser);
  expect((await sessionOf(browser)).school.name).toBe('Bjørkly');
  expect([await statusBy(first), await statusBy(second)]).toEqual([401, 200]);
  expect((await browser('/api/v1/sign-out', { method: 'POST' })).status).toBe(200);
  expect((await browser('/api/v1/session')).status).toBe(401);
  expect(await statusBy(second)).toBe(200);
});

test('each sign-in is written in the log of the school it was to, and in no other', async () => {
  const idHere = await addStaff(house, at('Fjellvik'), 'vikar', employee);
  const idThere = await addStaff(house, at('Bjørkly'), 'vikar', employee);
  const { browser } = await arrive('vikar');
  await choose(browser, at('Fjellvik').schoolId);
  await arrive('vikar', `?school=${at('Bjørkly').schoolId}`, browser);
  const begun = async (school: string, staffId: string) =>
    (await wholeLogAbout(house, at(school), staffId)).map(({ action }) => action);
  expect(await begun('Fjellvik', idHere)).toEqual(['session.begun']);
  expect(await begun('Bjørkly', idThere)).toEqual(['session.begun']);
  expect(await begun('Fjellvik', idThere)).toEqual([]);
  expect(await begun('Bjørkly', idHere)).toEqual([]);
});

test('whoever leaves one school is out there at once, and stays in at the other', async () => {
  const staffId = await addStaff(house, at('Fjellvik'), 'slutter', employee);
  await addStaff(house, at('Bjørkly'), 'slutter', employee);
  await addStaff(house, at('Fjellvik'), 'administrator', [{ kind: 'administrator' }]);
  const [here, there] = [await arrive('slutter'), await arrive('slutter')];
  await choose(here.browser, at('Fjellvik').schoolId);
  await choose(there.browser, at('Bjørkly').schoolId);
  const administrator = await house.staffBrowser('administrator');
  await administrator(`/api/v1/staff/${staffId}/deactivate`, { method: 'POST' });
  expect((await here.browser('/api/v1/session')).status).toBe(401);
  expect(await sessionOf(there.browser)).toMatchObject({
    school: { name: 'Bjørkly' },
    hasOtherSchools: false,
  });
  const again = await arrive('slutter');
  expect(again.place).toBe('/year');
  expect((await sessionOf(again.browser)).school.name).toBe('Bjørkly');
});

test('where every relation but those of one school is over, there is nothing to choose and nothing to go to', async () => {
  const yesterday = new Date(house.deps.now().getTime() - 86_400_000);
  await addStaff(house, at('Fjellvik'), 'ble her', employee);
  await addStaff(house, at('Dalen'), 'ble her', [{ kind: 'employee', toAt: yesterday }]);
  const { browser, place } = await arrive('ble her');
  expect(place).toBe('/year');
  expect(await sessionOf(browser)).toMatchObject({ school: { name: 'Fjellvik' }, hasOtherSchools: false });
  expect((await schoolsOf(browser)).map(({ name }) => name)).toEqual(['Fjellvik']);
});

test('whoever is at several schools for the owner alone is let straight in; with work at one of them there is a choice', async () => {
  for (const name of ['Dalen', 'Elvebakken']) await addStaff(house, at(name), 'rådgiver', owner);
  const { browser, place } = await arrive('rådgiver');
  expect(place).toBe('/year');
  expect(await sessionOf(browser)).toMatchObject({ school: { name: 'Dalen' }, hasOtherSchools: true });
  await addStaff(house, at('Fjellvik'), 'rådgiver', employee);
  expect((await arrive('rådgiver')).place).toBe('/sign-in/school');
});

test('whoever proves anew who it is stays at the school where that was asked for', async () => {
  const { browser } = await arrive('turid');
  await choose(browser, at('Bjørkly').schoolId);
  const { place } = await arrive('turid', '?anew=true&returnTo=/cases', browser);
  expect([place, (await sessionOf(browser)).school.name]).toEqual(['/cases', 'Bjørkly']);
});

test('a session leads to the schools of the sign-in it came by, and to none of another bound to the same record', async () => {
  const staffId = await addStaff(house, at('Dalen'), 'lene', employee);
  await addStaff(house, at('Elvebakken'), 'lene', employee);
  const { schoolId } = at('Dalen');
  const stranger = house.deps.keyring.lookupHash('subject', house.issuer, 'fremmed');
  await house.deps.db.inScope({ schoolId }, (tx) => bindIdentity(tx, schoolId, staffId, stranger));
  const { browser } = await arrive('fremmed');
  expect(await sessionOf(browser)).toMatchObject({ staffId, hasOtherSchools: false });
  expect((await schoolsOf(browser)).map(({ name }) => name)).toEqual(['Dalen']);
});
