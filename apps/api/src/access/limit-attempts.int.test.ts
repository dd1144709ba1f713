import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { buildApp } from '../app.ts';
import { codeOf, openSitting } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { forgetOldAttempts } from './limit-attempts.ts';

const LIMIT = 5;
const start = new Date('2026-11-25T08:00:10.000Z');
const later = (seconds: number) => house.setNow(new Date(start.getTime() + seconds * 1000));

let house: TestHouse;
let own: ClassWithTeacher;
let classCode: string;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'), { attemptsPerMinute: LIMIT });
  house.setNow(start);
  own = await openClass(house, 'attempts', 6);
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());

const join = (code: string) => house.tablet()('/api/v1/join', json('POST', { classCode: code }));
const kept = () => house.deps.db.beforeScope((tx) => tx.selectFrom('attempt_window').selectAll().execute());

test('a whole school behind one address comes in, and what somebody else tries in vain is stopped and told when to try again', async () => {
  for (let pupil = 0; pupil < 4 * LIMIT; pupil += 1) expect((await join(classCode)).status).toBe(200);
  expect(await kept()).toEqual([]);
  for (let miss = 0; miss < LIMIT; miss += 1)
    expect(await codeOf(await join('AAAAAAAA'))).toBe('unknown_class_code');
  const stopped = await join('AAAAAAAA');
  expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await codeOf(stopped)).toBe('too_many_requests');
  expect((await join(classCode)).status).toBe(429);
});

test('a server that starts anew remembers, and another address is not held for it', async () => {
  const anew = await buildApp(house.deps, { attemptsPerMinute: LIMIT, trustProxy: ['loopback'] });
  const from = (address: string) =>
    anew.inject({
      method: 'POST',
      url: '/api/v1/join',
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'x-forwarded-for': address,
      },
      payload: { classCode },
    });
  expect((await from('127.0.0.1')).statusCode).toBe(429);
  expect((await from('192.0.2.7')).statusCode).toBe(200);
  await anew.close();
});

test('of an IPv6 address the network counts: its many addresses are one', async () => {
  const app = await buildApp(house.deps, { attemptsPerMinute: LIMIT, trustProxy: ['loopback'] });
  const statuses: number[] = [];
  for (let at = 0; at <= LIMIT; at += 1) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/join',
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'x-forwarded-for': `2001:db8:0:7::${at + 1}`,
      },
      payload: { classCode: 'AAAAAAAA' },
    });
    statuses.push(answer.statusCode);
  }
  expect(statuses).toEqual([...Array.from({ length: LIMIT }, () => 404), 429]);
  await app.close();
});

test('the minute passes, and what was tried is forgotten; no address is kept', async () => {
  later(30);
  expect((await join(classCode)).status).toBe(429);
  later(61);
  expect((await join(classCode)).status).toBe(200);
  for (const row of await kept()) expect(row.address_hash).toHaveLength(32);
  later(1200);
  await forgetOldAttempts(house.deps);
  expect(await kept()).toEqual([]);
});
