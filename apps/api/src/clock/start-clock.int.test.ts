import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { planRoundOf, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { startClock } from './start-clock.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

test('servers that start with a round due open it at once, and together they open it once', async () => {
  house.setNow(new Date('2026-11-09T05:00:00Z'));
  const school = await makeSchool(house, 'Start', rosterHeader + rosterOf('5A', 5, 3) + rosterOf('5B', 5, 3));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, 'teacher', [{ kind: 'contact_teacher', classId }]);
  await planRoundOf(house, school, { opensOn: '2026-11-09', closesOn: '2026-11-20' });
  house.setNow(new Date('2026-11-09T07:00:00Z'));

  const logged: string[] = [];
  const options = { databaseUrl: house.database.serve, log: (line: string) => void logged.push(line) };
  // One that only adds leaves what is due to those that do it.
  const adding = await startClock(house.deps, { ...options, addsOnly: true });
  const { audits } = adding.deps;
  await house.deps.db.beforeScope((tx) => audits?.enqueue(tx, 'clock.sweep', {}) ?? expect.fail());
  const waiting = `select state from pgboss.job where name = 'clock.sweep'`;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await house.database.ask(waiting)).toEqual([{ state: 'created' }]);
  await adding.stop();
  const clocks = await Promise.all([1, 2, 3].map(() => startClock(house.deps, options)));
  for (let tries = 0; (await storedRounds(house, school)).rounds[0]?.opened_at === null; tries += 1) {
    if (tries > 100) throw new Error('Nobody opened the round.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const timetable = await house.database.ask('select name, cron from pgboss.schedule');
  await Promise.all(clocks.map((clock) => clock.stop()));
  const { sittings, notices } = await storedRounds(house, school);
  expect([sittings.length, notices.length]).toEqual([2, 1]);
  expect(timetable).toEqual([{ name: 'clock.sweep', cron: '* * * * *' }]);
  expect(logged).toEqual([]);
});
