import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { addSchoolDays, type SchoolCalendar } from '../calendar/school-days.ts';
import { endOfDay } from '../calendar-days.ts';
import { dueSteps, type DueStep, type OpenSitting, type WaitingRound } from './due-steps.ts';

const calendar: SchoolCalendar = {
  startsOn: '2026-08-17',
  endsOn: '2027-06-18',
  free: [
    { startsOn: '2026-09-28', endsOn: '2026-10-02' },
    { startsOn: '2026-12-21', endsOn: '2027-01-01' },
    { startsOn: '2027-03-22', endsOn: '2027-03-29' },
  ],
};
const calendars = new Map([['year', calendar]]);
const firstDay = '2026-08-01';
const hours = 370 * 24;
const momentAt = (hour: number): Date => new Date(Date.parse(`${firstDay}T00:00:00Z`) + hour * 3_600_000);

/** Norway's offset by the rule of directive 2000/84/EC, not by the time zone tables that the code reads. */
const wallClock = (now: Date): string => {
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0));
    return Date.UTC(now.getUTCFullYear(), month, last.getUTCDate() - last.getUTCDay(), 1);
  };
  const summer = now.getTime() >= lastSunday(2) && now.getTime() < lastSunday(9);
  return new Date(now.getTime() + (summer ? 2 : 1) * 3_600_000).toISOString().slice(0, 16);
};

type Stored = WaitingRound & { ended: boolean; sitting?: OpenSitting & { closed: boolean } };
type Event = { readonly what: string; readonly roundId: string; readonly at: Date };

/** What the transactions do, each guarded by the state it finds. */
const apply = (store: Map<string, Stored>, step: DueStep, now: Date, events: Event[]): void => {
  const id = 'roundId' in step ? step.roundId : step.sittingId;
  const round = store.get(id);
  if (round === undefined) throw new Error('A step about nothing.');
  const did = (what: string): void => {
    events.push({ what, roundId: id, at: now });
  };
  const close = (): void => {
    if (round.sitting === undefined || round.sitting.closed) return;
    round.sitting.closed = true;
    did('closed');
  };
  if (step.kind === 'open_round' && !round.opened && !round.ended) {
    const day = wallClock(now).slice(0, 10);
    const fifth = addSchoolDays(calendar, day, 5);
    const closesAt = endOfDay(fifth < round.closesOn ? fifth : round.closesOn);
    const sitting = { sittingId: id, yearId: 'year', openedAt: now, closesAt, pupilsMissing: true };
    store.set(id, { ...round, opened: true, started: true, sitting: { ...sitting, closed: false } });
    did('opened');
  }
  if (step.kind === 'close_sitting') close();
  if (step.kind === 'end_round' && !round.ended) {
    close();
    round.ended = true;
    did('released');
  }
};

const look = (store: Map<string, Stored>, now: Date): readonly DueStep[] =>
  dueSteps(
    [...store.values()].filter((round) => !round.ended),
    [...store.values()].flatMap((round) =>
      round.sitting === undefined || round.sitting.closed ? [] : [round.sitting],
    ),
    calendars,
    now,
  );

const plans = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: 355 }), length: fc.integer({ min: 0, max: 12 }) }),
  { minLength: 1, maxLength: 6, size: 'max' },
);
/** When the server looks, how many of its steps it gets done before it is killed, and whether another looks as well. */
const looks = fc.array(
  fc.record({
    // Hours drawn with weight on the nights when clocks change and on the weeks around the summer.
    hour: fc.oneof(
      fc.integer({ min: 0, max: hours }),
      fc.integer({ min: 85 * 24, max: 87 * 24 }),
      fc.integer({ min: 239 * 24, max: 241 * 24 }),
      fc.integer({ min: 325 * 24, max: hours }),
    ),
    survives: fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 3 })),
    twice: fc.boolean(),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);

test('whenever the server looks, dies and looks again, a round opens, closes and is released once, in order and in time', () => {
  let whole = 0;
  fc.assert(
    fc.property(plans, looks, (planned, times) => {
      const store = new Map<string, Stored>();
      for (const [at, { start, length }] of planned.entries()) {
        const opensOn = addDays(firstDay, start);
        const state = { opened: false, started: false, prepared: true, ended: false };
        const round = { roundId: `r${at}`, yearId: 'year', opensOn, closesOn: addDays(opensOn, length) };
        store.set(round.roundId, { ...round, ...state });
      }
      const events: Event[] = [];
      // At last one look that nothing disturbs, after everything is over.
      const all = [
        ...times.toSorted((a, b) => a.hour - b.hour),
        { hour: hours + 24 * 30, survives: 99, twice: true },
      ];
      for (const { hour, survives, twice } of all) {
        const now = momentAt(hour);
        const mine = look(store, now);
        const theirs = twice ? look(store, now) : [];
        for (const step of mine.slice(0, survives)) apply(store, step, now, events);
        for (const step of theirs) apply(store, step, now, events);
      }
      for (const round of store.values()) {
        const own = events.filter((event) => event.roundId === round.roundId);
        const happened = own.map((event) => event.what);
        if (happened.length === 0) {
          // Nobody looked while it could open.
          expect(round.opened).toBe(false);
          continue;
        }
        whole += 1;
        expect(happened).toEqual(['opened', 'closed', 'released']);
        const [opened, closed, released] = own.map((event) => wallClock(event.at));
        expect(opened! >= `${round.opensOn}T07:00`).toBe(true);
        expect(opened! <= `${round.closesOn}T23:59`).toBe(true);
        expect(closed! >= `${opened!.slice(0, 10)}T22:00`).toBe(true);
        expect(released! > `${round.closesOn}T23:59`).toBe(true);
      }
      // Nothing is left to do but what was missed.
      expect(look(store, momentAt(hours + 24 * 31))).toEqual([]);
    }),
    { numRuns: 500, seed: 20261124 },
  );
  expect(whole).toBeGreaterThan(400);
});

test('a server that looks every minute opens every round at seven on its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 }), (start) => {
      const opensOn = addDays(firstDay, start);
      const round = { roundId: 'r', yearId: 'year', opensOn, closesOn: addDays(opensOn, 7) };
      const waiting = { ...round, opened: false, started: false, prepared: true };
      const opens = (minute: number): boolean => {
        const now = new Date(Date.parse(`${opensOn}T00:00:00Z`) + minute * 60_000);
        return dueSteps([waiting], [], calendars, now).some((step) => step.kind === 'open_round');
      };
      const first = Array.from({ length: 24 * 60 }, (_, minute) => minute).find(opens);
      const at = new Date(Date.parse(`${opensOn}T00:00:00Z`) + (first ?? 0) * 60_000);
      expect(wallClock(at)).toBe(`${opensOn}T07:00`);
    }),
    { numRuns: 40, seed: 7 },
  );
});
