import { addSchoolDays, schoolWeeksOf, type SchoolCalendar } from '../school-days.ts';
import { chooseDays, openingsByWeek, type LastRounds } from './choose-days.ts';
import { findConflicts, type PlanConflict } from './find-conflicts.ts';
import {
  isFor,
  SCHOOL_DAYS_OPEN,
  surveysOf,
  type MixedClass,
  type PlannedRound,
  type PlanPeriod,
} from './planned-round.ts';
import { roundName } from './round-names.ts';
import { gradesBetween, slotsLeft, slotsOf, type Slot } from './slots.ts';

export type PlanOptions = {
  /** Nothing opens before this day. */
  readonly from: string;
  /** Rounds that have opened; they stay as they are. */
  readonly opened: readonly PlannedRound[];
  readonly grades?: { readonly from: number; readonly to: number };
  /** Named when a survey stands in their way; the days are chosen for whole grades. */
  readonly mixedClasses?: readonly MixedClass[];
};

export type NamedRound = PlannedRound & { readonly name: string };

const lastRoundsOf = (
  calendar: SchoolCalendar,
  opened: readonly PlannedRound[],
  grade: number,
): LastRounds => {
  const own = opened.filter((round) => isFor(round, grade));
  const weeks = schoolWeeksOf(calendar);
  const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';
  const week = (kind: PlannedRound['kind']): number => {
    const day = latest(own.filter((round) => round.kind === kind).map((round) => round.opensOn));
    return weeks.filter(({ monday }) => monday <= day).length - 1;
  };
  const closesOn = latest(own.map((round) => round.closesOn));
  const days = weeks.flatMap((one) => one.schoolDays);
  return {
    wellbeing: week('wellbeing'),
    sociogram: week('sociogram'),
    closesAt: days.filter((day) => day <= closesOn).length - 1,
  };
};

type Chosen = { readonly grade: number; readonly slot: Slot; readonly opensOn: string | null };

/** Grades whose slots, surveys and rounds so far are the same get the same days, so each sort of grade is solved once. */
const chooseForGrades = (
  calendar: SchoolCalendar,
  periods: readonly PlanPeriod[],
  grades: readonly number[],
  options: PlanOptions,
): readonly Chosen[] => {
  const all = slotsOf(calendar);
  const openings = openingsByWeek(calendar, options.from);
  const solved = new Map<string, readonly (string | null)[]>();
  return grades.flatMap((grade) => {
    const slots = slotsLeft(calendar, all, options.opened, options.from, grade);
    const surveys = surveysOf(periods, grade);
    const last = lastRoundsOf(calendar, options.opened, grade);
    const days = surveys.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`).toSorted();
    const key = JSON.stringify([slots.map((slot) => all.indexOf(slot)), days, last]);
    const chosen = solved.get(key) ?? chooseDays(openings, surveys, slots, last);
    solved.set(key, chosen);
    return slots.map((slot, at) => ({ grade, slot, opensOn: chosen[at] ?? null }));
  });
};

/** Neighbouring grades that open the same slot on the same day share a round. */
const merge = (calendar: SchoolCalendar, chosen: readonly Chosen[]): readonly PlannedRound[] => {
  const rounds: PlannedRound[] = [];
  const open = new Map<Slot, { round: PlannedRound; at: number }>();
  for (const { grade, slot, opensOn } of chosen) {
    const before = open.get(slot);
    if (opensOn === null) continue;
    if (before !== undefined && before.round.opensOn === opensOn && before.round.toGrade === grade - 1) {
      const round = { ...before.round, toGrade: grade };
      rounds[before.at] = round;
      open.set(slot, { round, at: before.at });
      continue;
    }
    const closesOn = addSchoolDays(calendar, opensOn, SCHOOL_DAYS_OPEN);
    const round = { kind: slot.kind, fromGrade: grade, toGrade: grade, opensOn, closesOn };
    open.set(slot, { round, at: rounds.length });
    rounds.push(round);
  }
  return rounds;
};

/** By day, then by grade: the order in which rounds are shown and saved. */
export const inPlanOrder = (a: PlannedRound, b: PlannedRound): number =>
  a.opensOn.localeCompare(b.opensOn) || a.fromGrade - b.fromGrade || a.kind.localeCompare(b.kind);

/**
 * The rounds of a year that are not opened yet, by the rules of the plan: wellbeing about every six school weeks and
 * three sociograms, in school weeks, away from other surveys of the grade, with as little movement from the ideal weeks
 * as can be. Conflicts name what cannot hold, over the opened rounds and the new ones together. The same input gives the
 * same plan, whatever the order of `periods`.
 */
export const planRounds = (
  calendar: SchoolCalendar,
  periods: readonly PlanPeriod[],
  options: PlanOptions,
): { readonly rounds: readonly NamedRound[]; readonly conflicts: readonly PlanConflict[] } => {
  const grades = gradesBetween(options.grades?.from ?? 1, options.grades?.to ?? 7);
  const chosen = chooseForGrades(calendar, periods, grades, options);
  const rounds = merge(calendar, chosen).toSorted(inPlanOrder);
  const all = [...options.opened, ...rounds];
  const leftOut = chosen.filter(({ opensOn }) => opensOn === null);
  return {
    rounds: rounds.map((round) => ({ ...round, name: roundName(round, all) })),
    conflicts: findConflicts(calendar, periods, all, {
      since: options.from,
      grades,
      mixedClasses: options.mixedClasses ?? [],
      leftOut: leftOut.map(({ grade, slot }) => ({ grade, kind: slot.kind })),
    }),
  };
};
