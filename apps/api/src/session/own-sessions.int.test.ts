import type { OwnSessions } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { wholeLogAbout } from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
let staffId: string;

const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:149.0) Gecko/20100101 Firefox/149.0' };
const sessionsOf = async (browser: Browser) =>
  (await bodyOf<OwnSessions>(await browser('/api/v1/me/sessions', { headers: firefox }))).sessions;
const isIn = async (browser: Browser): Promise<boolean> => (await browser('/api/v1/session')).ok;
const end = (browser: Browser, sessionId = '') =>
  browser(`/api/v1/me/sessions${sessionId === '' ? '' : `/${sessionId}`}`, { method: 'DELETE' });

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  staffId = await addStaff(house, school, 'kari', [{ kind: 'employee' }]);
  await addStaff(house, school, 'ola', [{ kind: 'employee' }]);
});
afterAll(() => house.close());

test('a person sees where they are signed in, and ends one of them or all others, and nobody else’s', async () => {
  const [here, lost, home, ola] = [
    await house.staffBrowser('kari'),
    await house.staffBrowser('kari'),
    await house.staffBrowser('kari'),
    await house.staffBrowser('ola'),
  ];
  const [own, ...others] = await sessionsOf(here);
  expect(own).toMatchObject({ isThis: true, browser: 'firefox', device: 'windows' });
  expect(others.map(({ isThis }) => isThis)).toEqual([false, false]);
  const lostId = (await sessionsOf(lost)).find(({ isThis }) => isThis)?.sessionId ?? '';
  expect((await end(ola, lostId)).status).toBe(204);
  expect(await isIn(lost)).toBe(true);
  expect((await end(here, lostId)).status).toBe(204);
  expect([await isIn(here), await isIn(lost), await isIn(home)]).toEqual([true, false, true]);
  expect((await end(here)).status).toBe(204);
  expect([await isIn(here), await isIn(home), await isIn(ola)]).toEqual([true, false, true]);
  expect((await sessionsOf(here)).length).toBe(1);
  expect((await wholeLogAbout(house, school, staffId)).map(({ action }) => action)).toEqual([
    ...['session.begun', 'session.begun', 'session.begun'],
    ...['session.ended', 'session.ended'],
  ]);
});

test('nothing is kept of a browser but its kind', async () => {
  const rows = await house.deps.db.inScope(school, (tx) =>
    tx.selectFrom('staff_session').selectAll().where('staff_id', '=', staffId).execute(),
  );
  expect(JSON.stringify(rows)).not.toMatch(/Mozilla|Gecko|rv:/);
});
