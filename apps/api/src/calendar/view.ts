import { createHash } from 'node:crypto';
import type { PlanRoundView, RoundPlan, SchoolCalendarView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { currentQuestionnaires } from '../questionnaires/service.ts';
import { roundsOfYear, type RoundOfYear } from '../rounds/planned-rounds.ts';
import { entriesBefore } from '../year-wheel/change-entries.ts';
import { entriesOfYear } from '../year-wheel/entries.ts';
import { addDays } from './days.ts';
import { findConflicts } from './plan/find-conflicts.ts';
import { loadOf } from './plan/load.ts';
import { GRADES, type MixedClass, type PlannedRound } from './plan/planned-round.ts';
import * as queries from './queries.ts';
import { schoolDaysBetween, schoolWeeksOf, type SchoolCalendar } from './school-days.ts';
import { calendarOf, findYear } from './service.ts';
import { PUPIL_DAYS } from './year-template.ts';

/** What a plan of a year is made from and held against. */
export type YearOfPlan = {
  readonly yearId: string;
  readonly calendar: SchoolCalendar;
  readonly terms: readonly queries.Term[];
  readonly periods: readonly queries.Period[];
  readonly mixedClasses: readonly MixedClass[];
  /** As the rounds to come ask them. */
  readonly questionnaires: readonly Questionnaire[];
};

export const yearOfPlan = async (tx: Tx, schoolId: string, yearId: string): Promise<YearOfPlan> => {
  const year = await findYear(tx, schoolId, yearId);
  const periods = await queries.periodsOf(tx, schoolId, yearId);
  const terms = await queries.termsOf(tx, schoolId, yearId);
  const mixedClasses = await queries.mixedClassesOf(tx, schoolId, yearId);
  const questionnaires = [
    ...(await currentQuestionnaires(tx, schoolId, 'wellbeing')),
    ...(await currentQuestionnaires(tx, schoolId, 'sociogram')),
  ];
  return { yearId, calendar: calendarOf(year, periods), terms, periods, mixedClasses, questionnaires };
};

/** Changes whenever a round of the year does, so that nobody saves over what they have not seen. */
export const versionOf = (rounds: readonly RoundOfYear[]): string =>
  createHash('sha256').update(JSON.stringify(rounds)).digest('hex').slice(0, 24);

/** The plan with what it costs the pupils and what in it cannot hold, for rounds saved or only proposed. */
export const planView = (
  year: YearOfPlan,
  version: string,
  rounds: readonly PlanRoundView[],
  found?: RoundPlan['conflicts'],
): RoundPlan => ({
  schoolYearId: year.yearId,
  version,
  rounds: [...rounds],
  conflicts: found ?? [
    ...findConflicts(year.calendar, year.periods, rounds, {
      since: firstPlanned(rounds),
      mixedClasses: year.mixedClasses,
    }),
  ],
  load: [...loadOf(year.terms, year.periods, rounds, GRADES, year.questionnaires)],
});

/** Of rounds that have been held, nothing can be changed any more. */
const firstPlanned = (rounds: readonly PlanRoundView[]): string =>
  rounds
    .filter((round) => round.state === 'planned')
    .map((round) => round.opensOn)
    .toSorted()[0] ?? '9999';

export const viewOf = ({ yearId: _year, ...round }: RoundOfYear): PlanRoundView => round;

export const savedPlan = async (tx: Tx, schoolId: string, year: YearOfPlan): Promise<RoundPlan> => {
  const rounds = await roundsOfYear(tx, schoolId, year.yearId);
  return planView(year, versionOf(rounds), rounds.map(viewOf));
};

/** The year asked for; else the one that holds today, the next to come, or the last there was. */
export const chosenYear = (
  years: readonly queries.SchoolYear[],
  today: string,
): queries.SchoolYear | undefined =>
  years.find((year) => year.startsOn <= today && today <= year.endsOn) ??
  years.findLast((year) => year.startsOn > today) ??
  years[0];

const refOf = ({ yearId, ...year }: queries.SchoolYear) => ({ schoolYearId: yearId, ...year });

export const readCalendarView = (
  deps: Dependencies,
  actor: StaffActor,
  wished: string | undefined,
): Promise<SchoolCalendarView> =>
  deps.db.inScope(actor, async (tx) => {
    const today = dayOf(deps.now());
    const years = await queries.yearsOf(tx, actor.schoolId);
    const shown =
      wished === undefined ? chosenYear(years, today) : await findYear(tx, actor.schoolId, wished);
    if (shown === undefined) return { years: [], today, year: null };
    const year = await yearOfPlan(tx, actor.schoolId, shown.yearId);
    const { startsOn, endsOn } = year.calendar;
    return {
      years: years.map(refOf),
      today,
      year: {
        ...refOf(shown),
        terms: [...year.terms],
        periods: [...year.periods],
        pupilDays: {
          count: schoolDaysBetween(year.calendar, addDays(startsOn, -1), endsOn),
          goal: PUPIL_DAYS,
        },
        plan: await savedPlan(tx, actor.schoolId, year),
        schoolWeeks: schoolWeeksOf(year.calendar).map(({ monday }) => monday),
        entries: [...(await entriesOfYear(tx, actor.schoolId, shown.yearId, year.calendar))],
        yearBeforeHasEntries: (await entriesBefore(tx, actor.schoolId, startsOn)).length > 0,
      },
    };
  });

export const isOpened = (round: PlannedRound & { readonly state: PlanRoundView['state'] }): boolean =>
  round.state !== 'planned';
