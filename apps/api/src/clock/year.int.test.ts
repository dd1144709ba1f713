import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { planRoundOf, storedRounds } from '../testing/planned-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';
import { runSchool } from './run-school.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

const firstDay = '2026-08-01';
const yearHours = 365 * 24;
const momentAt = (hour: number): Date => new Date(Date.parse(`${firstDay}T00:30:00Z`) + hour * 3_600_000);

const rounds = fc.array(
  fc.record({
    start: fc.oneof(
      fc.integer({ min: 0, max: 350 }),
      // The Mondays around the weekends when clocks change, and the ends of the school year.
      fc.constantFrom(79, 86, 233, 240, 0, 10, 335, 350),
    ),
    length: fc.integer({ min: 1, max: 11 }),
    sociogram: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4, size: 'max' },
);
/** From which round's first hour servers look, how many at once, and whether the database refuses notices meanwhile. */
const looks = fc.array(
  fc.record({
    of: fc.nat({ max: 3 }),
    after: fc.integer({ min: -40, max: 330 }),
    servers: fc.integer({ min: 1, max: 3 }),
    fault: fc.boolean(),
  }),
  { minLength: 15, maxLength: 40, size: 'max' },
);

test('over a year of looks, faults and pauses the database says: opened once, closed once, released once, in time', async () => {
  let run = 0;
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(rounds, looks, async (planned, times) => {
      run += 1;
      house.setNow(momentAt(0));
      const school = await makeSchool(house, `År ${run}`, rosterHeader + rosterOf('5A', 5, 2));
      const classId = school.classIds.get('5A') ?? '';
      await addStaff(house, school, `teacher ${run}`, [{ kind: 'contact_teacher', classId }]);
      const plans = new Map<string, { opensOn: string; closesOn: string }>();
      for (const { start, length, sociogram } of planned) {
        const opensOn = addDays(firstDay, start);
        const plan = { opensOn, closesOn: addDays(opensOn, length) };
        plans.set(
          await planRoundOf(house, school, { ...plan, kind: sociogram ? 'sociogram' : 'wellbeing' }),
          plan,
        );
      }
      const at = times.map(({ of, after, ...look }) => {
        const start = planned[of % planned.length]?.start ?? 0;
        return { ...look, hour: Math.max(0, start * 24 + after) };
      });
      const all = [...at, { hour: yearHours + 800, servers: 2, fault: false }];
      for (const { hour, servers, fault } of all.sort((a, b) => a.hour - b.hour)) {
        house.setNow(momentAt(hour));
        if (fault) await house.database.ask('revoke insert on notice from samhold_runtime');
        const work = Array.from({ length: servers }, () => runSchool(house.deps, school.schoolId));
        const ended = await Promise.allSettled(work);
        if (fault) await house.database.ask('grant insert on notice to samhold_runtime');
        else expect(ended.filter((one) => one.status === 'rejected')).toEqual([]);
      }
      const stored = await storedRounds(house, school);
      for (const round of stored.rounds) {
        const plan = plans.get(round.round_id);
        const releases = stored.releases.filter((row) => row.round_id === round.round_id);
        if (round.opened_at === null) {
          expect([round.ended_at, releases]).toEqual([null, []]);
          continue;
        }
        opened += 1;
        // At the earliest five in the morning UTC, in summer; at the latest before midnight in Norway.
        expect(round.opened_at.toISOString() >= `${plan?.opensOn}T05:00`).toBe(true);
        expect(round.opened_at.toISOString() < `${plan?.closesOn}T23:00`).toBe(true);
        expect(round.ended_at !== null && round.ended_at.toISOString() > `${plan?.closesOn}T22:00`).toBe(
          true,
        );
        expect(new Set(releases.map((row) => row.released_at.toISOString()))).toEqual(
          new Set([round.ended_at?.toISOString()]),
        );
        expect(new Set(releases.map((row) => row.audience)).size).toBe(releases.length);
        const told = stored.notices.filter((row) => row.round_id === round.round_id);
        const sittings = stored.sittings.filter((row) => row.round_id === round.round_id);
        expect(told.filter((row) => row.kind === 'round_opened')).toHaveLength(sittings.length);
        for (const sitting of sittings) {
          expect(sitting.state).toBe('closed');
          expect(sitting.opened_at).toEqual(round.opened_at);
          expect(sitting.closed_at !== null && sitting.closed_at >= sitting.closes_at).toBe(true);
        }
      }
    }),
    { numRuns: 8, seed: 20261124 },
  );
  expect(opened).toBeGreaterThan(8);
}, 120_000);
