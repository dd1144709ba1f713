import type { RoundKind } from '@samhold/contract';
import { mondayOf, mondayOfWeek, yearOf } from '../days.ts';
import { schoolWeeksOf, type SchoolCalendar } from '../school-days.ts';
import { GRADES, isFor, roundKinds, type PlannedRound } from './planned-round.ts';

/** A round the year should have, and the place in the year's school weeks (from 0) where it ideally opens. */
export type Slot = { readonly kind: RoundKind; readonly idealWeek: number };

/**
 * ISO weeks of the plan: wellbeing every six school weeks with the breaks of Oslo taken out, sociograms once the class
 * has settled, after New Year and in spring. Weeks above 30 are of the autumn.
 */
const idealWeeks: Readonly<Record<RoundKind, readonly number[]>> = {
  wellbeing: [36, 42, 48, 3, 10, 17],
  sociogram: [38, 4, 18],
};

const mondaysOf = (kind: RoundKind, startYear: number): readonly string[] =>
  idealWeeks[kind].map((week) => mondayOfWeek(week > 30 ? startYear : startYear + 1, week));

/** All slots of a year in order of time. An ideal week that is free gives way to the next school week. */
export const slotsOf = (calendar: SchoolCalendar): readonly Slot[] => {
  const weeks = schoolWeeksOf(calendar);
  const startYears = [
    ...new Set([yearOf(calendar.startsOn) - 1, yearOf(calendar.startsOn), yearOf(calendar.endsOn)]),
  ];
  const wanted = roundKinds.flatMap((kind) =>
    startYears
      .flatMap((startYear) => mondaysOf(kind, startYear))
      .filter((monday) => mondayOf(calendar.startsOn) <= monday && monday <= calendar.endsOn)
      .map((monday) => ({ kind, monday })),
  );
  return wanted
    .toSorted((a, b) => (a.monday < b.monday ? -1 : 1))
    .map(({ kind, monday }) => ({ kind, idealWeek: weeks.findIndex((week) => week.monday >= monday) }))
    .filter((slot) => slot.idealWeek >= 0);
};

const weekOf = (calendar: SchoolCalendar, day: string): number =>
  Math.max(0, schoolWeeksOf(calendar).filter((week) => week.monday <= day).length - 1);

/** The slots that rounds already opened have taken: each round the nearest one left of its kind. */
const takenBy = (
  calendar: SchoolCalendar,
  slots: readonly Slot[],
  opened: readonly PlannedRound[],
): ReadonlySet<Slot> => {
  const taken = new Set<Slot>();
  for (const round of opened.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))) {
    const week = weekOf(calendar, round.opensOn);
    const away = (slot: Slot): number => Math.abs(slot.idealWeek - week);
    const [nearest] = slots
      .filter((slot) => slot.kind === round.kind && !taken.has(slot))
      .toSorted((a, b) => away(a) - away(b) || a.idealWeek - b.idealWeek);
    if (nearest !== undefined) taken.add(nearest);
  }
  return taken;
};

/** What is left to plan for a grade from a day on: slots whose week is not over, and which no opened round has taken. */
export const slotsLeft = (
  calendar: SchoolCalendar,
  slots: readonly Slot[],
  opened: readonly PlannedRound[],
  from: string,
  grade: number,
): readonly Slot[] => {
  const own = opened.filter((round) => isFor(round, grade));
  const taken = takenBy(calendar, slots, own);
  const firstWeek = schoolWeeksOf(calendar).findIndex((week) => (week.schoolDays.at(-1) ?? '') >= from);
  return firstWeek < 0 ? [] : slots.filter((slot) => !taken.has(slot) && slot.idealWeek >= firstWeek);
};

export const gradesBetween = (from: number, to: number): readonly number[] =>
  GRADES.filter((grade) => from <= grade && grade <= to);
