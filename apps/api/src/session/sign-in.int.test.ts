import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  await addStaff(house, school, 'teacher', [
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
  ]);
});
afterAll(() => house.close());

test('a known subject gets a session with the relations that hold now', async () => {
  const browser = await house.staffBrowser('teacher');
  const session = await (await browser('/api/v1/session')).json();
  expect(session).toMatchObject({
    name: 'teacher Prøve',
    relations: [{ kind: 'contact_teacher', className: '5A' }],
  });
});

test('a subject the school does not know is refused, and gets no session', async () => {
  await expect(house.staffBrowser('stranger')).rejects.toThrow('sign_in_failed');
});

test('signing out ends the session on the server', async () => {
  const browser = await house.staffBrowser('teacher');
  expect((await browser('/api/v1/sign-out', { method: 'POST' })).status).toBe(200);
  expect((await browser('/api/v1/session')).status).toBe(401);
});

test('a callback without the attempt that began it is refused', async () => {
  const response = await house.tablet()('/api/v1/sign-in/callback?code=x&state=y');
  expect(response.headers.get('location')).toBe('/?problem=sign_in_failed');
});
