import type { PlanConflict, RoundKind } from '@samhold/contract';
import { mondayOf } from '../days.ts';
import { isSchoolDay, schoolWeekNumber, type SchoolCalendar } from '../school-days.ts';
import { freeWeekdaysInside } from './choose-days.ts';
import {
  distanceBounds,
  GRADES,
  isFor,
  overlaps,
  roundKinds,
  surveysOf,
  WEEKS_OF_CLASS_BUILDING,
  type MixedClass,
  type PlannedRound,
  type PlanPeriod,
} from './planned-round.ts';

export type { PlanConflict };

type OfGrade = Omit<PlanConflict, 'fromGrade' | 'toGrade'>;

/** Free weekdays inside a round from which it is named as open over a break. */
const breakWeekdays = 3;

const nothing = {
  opensOn: null,
  name: null,
  startsOn: null,
  endsOn: null,
  count: null,
  limit: null,
  className: null,
};

const about = (
  round: PlannedRound,
  code: PlanConflict['code'],
  figures: Partial<Omit<OfGrade, 'code' | 'kind'>> = {},
): OfGrade => ({ ...nothing, code, kind: round.kind, opensOn: round.opensOn, ...figures });

/** What one round of a grade breaks by itself. */
const ofRound = (
  calendar: SchoolCalendar,
  periods: readonly PlanPeriod[],
  round: PlannedRound,
  grade: number,
): readonly OfGrade[] => {
  const found: OfGrade[] = [];
  const freeOn = (day: string) =>
    periods
      .filter((period) => period.kind === 'free' && period.startsOn <= day && day <= period.endsOn)
      .map((period) => period.name)
      .toSorted()[0] ?? null;
  if (round.opensOn < calendar.startsOn || round.closesOn > calendar.endsOn)
    found.push(about(round, 'outside_year', { endsOn: calendar.endsOn }));
  for (const [code, day] of [
    ['opens_on_free_day', round.opensOn],
    ['closes_on_free_day', round.closesOn],
  ] as const) {
    if (!isSchoolDay(calendar, day)) found.push(about(round, code, { startsOn: day, name: freeOn(day) }));
  }
  if (round.kind === 'sociogram' && schoolWeekNumber(calendar, round.opensOn) <= WEEKS_OF_CLASS_BUILDING)
    found.push(about(round, 'first_weeks', { limit: WEEKS_OF_CLASS_BUILDING }));
  for (const survey of surveysOf(periods, grade).filter((period) => overlaps(round, period)))
    found.push(
      about(round, 'during_survey', { name: survey.name, startsOn: survey.startsOn, endsOn: survey.endsOn }),
    );
  const inside = freeWeekdaysInside(calendar, round.opensOn, round.closesOn);
  if (inside >= breakWeekdays) {
    const [longest] = periods
      .filter((period) => period.kind === 'free' && overlaps(round, period))
      .toSorted(
        (a, b) =>
          b.endsOn.localeCompare(a.endsOn) ||
          a.startsOn.localeCompare(b.startsOn) ||
          a.name.localeCompare(b.name),
      );
    found.push(about(round, 'over_break', { name: longest?.name ?? null, count: inside }));
  }
  return found;
};

const distances = (calendar: SchoolCalendar, own: readonly PlannedRound[], kind: RoundKind) => {
  const { least, most } = distanceBounds[kind];
  const rounds = own.filter((round) => round.kind === kind);
  return rounds.slice(1).flatMap((round, at): readonly OfGrade[] => {
    const previous = rounds[at]?.opensOn ?? round.opensOn;
    const count = schoolWeekNumber(calendar, round.opensOn) - schoolWeekNumber(calendar, previous);
    if (count < least) return [about(round, 'too_close', { startsOn: previous, count, limit: least })];
    return count > most ? [about(round, 'too_far', { startsOn: previous, count, limit: most })] : [];
  });
};

/** Two rounds of a grade that open in the same week or are open on the same day. */
const together = (own: readonly PlannedRound[]): readonly OfGrade[] =>
  own.flatMap((round, at) =>
    own
      .slice(0, at)
      .filter(
        (earlier) =>
          mondayOf(earlier.opensOn) === mondayOf(round.opensOn) || round.opensOn <= earlier.closesOn,
      )
      .map((earlier) => about(round, 'together', { startsOn: earlier.opensOn, endsOn: earlier.closesOn })),
  );

const ofGrade = (
  calendar: SchoolCalendar,
  periods: readonly PlanPeriod[],
  rounds: readonly PlannedRound[],
  grade: number,
): readonly OfGrade[] => {
  const own = rounds
    .filter((round) => isFor(round, grade))
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn) || a.kind.localeCompare(b.kind));
  return [
    ...own.flatMap((round) => ofRound(calendar, periods, round, grade)),
    ...roundKinds.flatMap((kind) => distances(calendar, own, kind)),
    ...together(own),
  ];
};

/** Surveys of the upper grades of a class that is asked with its lowest, which does not have them. */
const inMixedClasses = (
  periods: readonly PlanPeriod[],
  rounds: readonly PlannedRound[],
  classes: readonly MixedClass[],
) =>
  classes.flatMap(({ name: className, grades }) => {
    const lowest = Math.min(...grades);
    const surveys = new Set(grades.flatMap((grade) => surveysOf(periods, grade)));
    const others = [...surveys].filter((survey) => !isFor(survey, lowest));
    return rounds
      .filter((round) => isFor(round, lowest))
      .flatMap((round) =>
        others
          .filter((survey) => overlaps(round, survey))
          .map(({ name, startsOn, endsOn }): readonly [number, OfGrade] => [
            lowest,
            about(round, 'survey_in_mixed_class', { name, startsOn, endsOn, className }),
          ]),
      );
  });

/** Grades that have fewer rounds of a kind than the grade that has most, and slots for which there was no room. */
const counts = (
  rounds: readonly PlannedRound[],
  grades: readonly number[],
  leftOut: readonly { readonly grade: number; readonly kind: RoundKind }[],
) =>
  roundKinds.flatMap((kind) => {
    const has = (grade: number) =>
      rounds.filter((round) => round.kind === kind && isFor(round, grade)).length;
    const most = Math.max(...grades.map(has));
    return grades.flatMap((grade): readonly (readonly [number, OfGrade])[] => {
      const missing = leftOut.filter((slot) => slot.grade === grade && slot.kind === kind).length;
      return [
        ...(missing > 0 ? [[grade, { ...nothing, code: 'no_room', kind, count: missing }] as const] : []),
        ...(has(grade) < most
          ? [[grade, { ...nothing, code: 'fewer_rounds', kind, count: has(grade), limit: most }] as const]
          : []),
      ];
    });
  });

const inOrder = (a: PlanConflict, b: PlanConflict): number =>
  (a.opensOn ?? '').localeCompare(b.opensOn ?? '') ||
  a.kind.localeCompare(b.kind) ||
  a.fromGrade - b.fromGrade ||
  JSON.stringify(a).localeCompare(JSON.stringify(b));

/** Neighbouring grades with the same conflict are named together. */
const mergeGrades = (found: readonly (readonly [number, OfGrade])[]): readonly PlanConflict[] => {
  const byText = new Map<string, PlanConflict[]>();
  for (const [grade, conflict] of found.toSorted(([a], [b]) => a - b)) {
    const text = JSON.stringify(conflict);
    const runs = byText.get(text) ?? [];
    byText.set(text, runs);
    const last = runs.at(-1);
    if (last?.toGrade === grade) continue;
    if (last?.toGrade === grade - 1) runs[runs.length - 1] = { ...last, toGrade: grade };
    else runs.push({ ...conflict, fromGrade: grade, toGrade: grade });
  }
  return [...byText.values()].flat().toSorted(inOrder);
};

/**
 * Everything in a set of rounds that breaks a rule of the plan, with the grades it concerns and the figures a sentence needs.
 * Rounds that opened before `since` are only what later ones are measured against.
 */
export const findConflicts = (
  calendar: SchoolCalendar,
  periods: readonly PlanPeriod[],
  rounds: readonly PlannedRound[],
  options: {
    readonly since: string;
    readonly grades?: readonly number[];
    readonly mixedClasses?: readonly MixedClass[];
    readonly leftOut?: readonly { readonly grade: number; readonly kind: RoundKind }[];
  },
): readonly PlanConflict[] => {
  const grades = options.grades ?? GRADES;
  const ofGrades = grades.flatMap((grade) =>
    ofGrade(calendar, periods, rounds, grade).map((conflict) => [grade, conflict] as const),
  );
  const found = [...ofGrades, ...inMixedClasses(periods, rounds, options.mixedClasses ?? [])].filter(
    ([, { opensOn }]) => (opensOn ?? '') >= options.since,
  );
  return mergeGrades([...found, ...counts(rounds, grades, options.leftOut ?? [])]);
};
