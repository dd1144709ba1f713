import type { RoundKind } from '@samhold/contract';
import { addDays, daysBetween, mondayOf } from '../days.ts';
import { schoolDaysBetween, schoolWeekNumber, schoolWeeksOf, type SchoolCalendar } from '../school-days.ts';
import {
  distanceBounds,
  overlaps,
  SCHOOL_DAYS_OPEN,
  WEEKS_OF_CLASS_BUILDING,
  type PlanPeriod,
} from './planned-round.ts';
import type { Slot } from './slots.ts';

/** What each breach costs; one of a line weighs more than everything that the lines below it can add up to. */
const cost = {
  leftOut: 10_000_000_000,
  duringSurvey: 100_000_000,
  freeWeekInside: 1_000_000,
  weekOutsideBounds: 10_000,
  freeWeekdayInside: 2,
  weekFromIdealSquared: 4,
};

/** A school week further from the ideal than this is not considered. */
const farthest = 9;

/** A break of a week counts as this many free weekdays inside a round; a longer one is no worse. */
const mostFreeWeekdays = 3;

/** A day a round may open, with what follows from it. */
type Opening = {
  /** The day's place among the school days of the year, from 0; the round closes SCHOOL_DAYS_OPEN places on. */
  readonly at: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly freeWeekdays: number;
  /** A week wholly without school lies between the first day and the last. */
  readonly overFreeWeek: boolean;
};
type Candidate = Opening & { readonly duringSurvey: boolean };

/** Weekdays without school between the first and the last day of a round. */
export const freeWeekdaysInside = (calendar: SchoolCalendar, opensOn: string, closesOn: string): number => {
  const lastInside = addDays(closesOn, -1);
  const weekdays = schoolDaysBetween({ ...calendar, free: [] }, opensOn, lastInside);
  return weekdays - schoolDaysBetween(calendar, opensOn, lastInside);
};

/** By school week, the days a round may open: not before `from`, and closing before the year ends; in order. */
export const openingsByWeek = (calendar: SchoolCalendar, from: string): readonly (readonly Opening[])[] => {
  const weeks = schoolWeeksOf(calendar);
  const days = weeks.flatMap((week) => week.schoolDays);
  let passed = 0;
  return weeks.map(({ monday, schoolDays }, week) => {
    const first = passed;
    passed += schoolDays.length;
    return schoolDays.flatMap((opensOn, index) => {
      const closesOn = days[first + index + SCHOOL_DAYS_OPEN];
      if (opensOn < from || closesOn === undefined) return [];
      // Only more than the two days of a weekend can hold a free weekday.
      const long = daysBetween(opensOn, closesOn) > 7;
      const freeWeekdays = long ? freeWeekdaysInside(calendar, opensOn, closesOn) : 0;
      const overFreeWeek =
        long &&
        daysBetween(monday, mondayOf(closesOn)) > 7 * (schoolWeekNumber(calendar, closesOn) - 1 - week);
      return [{ at: first + index, opensOn, closesOn, freeWeekdays, overFreeWeek }];
    });
  });
};

/** Where a grade stands: the school week of its last round of each kind (-1 before the first), and the school day its last round closes. */
export type LastRounds = { readonly [kind in RoundKind]: number } & { readonly closesAt: number };

type Choice = { readonly cost: number; readonly opensOn: string | null; readonly rest: Choice | null };

const daysOf = (choice: Choice | null): readonly (string | null)[] =>
  choice === null || choice.rest === null ? [] : [choice.opensOn, ...daysOf(choice.rest)];

const costOfDay = ({ duringSurvey, overFreeWeek }: Candidate): number =>
  (duringSurvey ? cost.duringSurvey : 0) + (overFreeWeek ? cost.freeWeekInside : 0);

const stepCost = (slot: Slot, week: number, day: Candidate, previous: number): number => {
  const { least, most } = distanceBounds[slot.kind];
  const distance = previous < 0 ? least : week - previous;
  return (
    costOfDay(day) +
    Math.max(0, least - distance, distance - most) * cost.weekOutsideBounds +
    Math.min(day.freeWeekdays, mostFreeWeekdays) * cost.freeWeekdayInside +
    (week - slot.idealWeek) ** 2 * cost.weekFromIdealSquared
  );
};

/** Of the days after the round before has closed, the first that is outside every survey and break, or costs least. */
const firstOf = (days: readonly Candidate[], closesAt: number): Candidate | undefined => {
  let found: Candidate | undefined;
  for (const day of days) {
    if (day.at <= closesAt) continue;
    if (found === undefined || costOfDay(day) < costOfDay(found)) found = day;
  }
  return found;
};

/**
 * For each slot, in order, the day its round opens, or null when there is no room for it: the cheapest choice of all,
 * found exactly by dynamic programming over (slot, last round of each kind). Rounds keep the order of the slots, never
 * share a day, open in different weeks, and leave the first weeks of
 * the year to the class. Of equally good choices the earlier days win.
 */
export const chooseDays = (
  openings: ReturnType<typeof openingsByWeek>,
  surveys: readonly PlanPeriod[],
  slots: readonly Slot[],
  last: LastRounds,
): readonly (string | null)[] => {
  const weeks = openings.map((days) =>
    days.map((day): Candidate => ({
      ...day,
      duringSurvey: surveys.some((survey) => overlaps(day, survey)),
    })),
  );
  // Weeks and places are below these, so that a state is one number.
  const [ofWeeks, ofPlaces] = [weeks.length + 1, weeks.length * 5 + SCHOOL_DAYS_OPEN + 2];
  const known = new Map<number, Choice>();

  const choose = (index: number, wellbeing: number, sociogram: number, closesAt: number): Choice => {
    const slot = slots[index];
    if (slot === undefined) return { cost: 0, opensOn: null, rest: null };
    const state = ((index * ofWeeks + wellbeing + 1) * ofWeeks + sociogram + 1) * ofPlaces + closesAt + 1;
    const found = known.get(state);
    if (found !== undefined) return found;
    const without = choose(index + 1, wellbeing, sociogram, closesAt);
    let best: Choice = { cost: without.cost + cost.leftOut, opensOn: null, rest: without };
    const ofWellbeing = slot.kind === 'wellbeing';
    const earliest = Math.max(
      WEEKS_OF_CLASS_BUILDING,
      slot.idealWeek - farthest,
      Math.max(wellbeing, sociogram) + 1,
    );
    for (let week = earliest; week <= Math.min(slot.idealWeek + farthest, weeks.length - 1); week += 1) {
      const day = firstOf(weeks[week] ?? [], closesAt);
      if (day === undefined) continue;
      const step = stepCost(slot, week, day, ofWellbeing ? wellbeing : sociogram);
      if (step >= best.cost) continue;
      const rest = choose(
        index + 1,
        ofWellbeing ? week : wellbeing,
        ofWellbeing ? sociogram : week,
        day.at + SCHOOL_DAYS_OPEN,
      );
      if (step + rest.cost < best.cost) best = { cost: step + rest.cost, opensOn: day.opensOn, rest };
    }
    known.set(state, best);
    return best;
  };
  return daysOf(choose(0, last.wellbeing, last.sociogram, last.closesAt));
};
