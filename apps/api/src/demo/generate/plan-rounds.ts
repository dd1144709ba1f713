import { addDays, earlier, mondayOfWeek, weekNumber, yearOf } from '../../calendar/days.ts';
import { addSchoolDays, type SchoolCalendar } from '../../calendar/school-days.ts';
import type { RoundKind } from './demo-school.ts';
import { calendarOf, lastSchoolDayAtOrBefore, type CalendarYear } from './school-calendar.ts';

export type PlannedRound = {
  readonly key: string;
  readonly kind: RoundKind;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly year: 'last' | 'this';
  /** Place in the order of all rounds of both years, from 0. */
  readonly step: number;
  readonly openNow: boolean;
};

/** Last year's rounds in order: kind and the ISO week they open in. */
const lastYearPlan: readonly (readonly [RoundKind, number])[] = [
  ['wellbeing', 36],
  ['sociogram', 38],
  ['wellbeing', 43],
  ['wellbeing', 48],
  ['wellbeing', 3],
  ['sociogram', 4],
  ['wellbeing', 11],
  ['sociogram', 18],
];

/** This year's rounds in order: kind and weeks before today; 0 is the round open now. */
const thisYearPlan: readonly (readonly [RoundKind, number])[] = [
  ['wellbeing', 12],
  ['sociogram', 10],
  ['wellbeing', 6],
  ['sociogram', 3],
  ['wellbeing', 0],
];

/** Steps from here on belong to this year. */
export const firstStepOfThisYear = lastYearPlan.length;

const sittingDays = 5;

const roundName = (kind: RoundKind, opensOn: string): string =>
  `${kind === 'wellbeing' ? 'Trivsel' : 'Sosiogram'}, uke ${weekNumber(opensOn)}`;

function lastYearOpening(week: number, year: CalendarYear): string {
  const startYear = yearOf(year.startsOn);
  const tuesday = addDays(mondayOfWeek(week > 30 ? startYear : startYear + 1, week), 1);
  const latest = addDays(year.endsOn, -17);
  return lastSchoolDayAtOrBefore(calendarOf(year), tuesday < latest ? tuesday : latest);
}

function thisYearOpening(weeksAgo: number, today: string, calendar: SchoolCalendar): string {
  const day = lastSchoolDayAtOrBefore(calendar, addDays(today, -7 * weeksAgo));
  // The open round began two school days ago, so that some classes have had time to answer.
  if (weeksAgo === 0) return addSchoolDays(calendar, day, -2);
  // After a long break, three weeks ago may be too few school days ago for the round to have closed.
  return earlier(day, addSchoolDays(calendar, today, -sittingDays - 1));
}

/** All rounds of both years in order of time. */
export function planRounds(today: string, lastYear: CalendarYear, thisYear: CalendarYear): PlannedRound[] {
  const counts = new Map<string, number>();
  const plan = (
    year: CalendarYear,
    which: 'last' | 'this',
    kind: RoundKind,
    opensOn: string,
    step: number,
  ): PlannedRound => {
    const number = (counts.get(which + kind) ?? 0) + 1;
    counts.set(which + kind, number);
    return {
      key: `${year.label}-${kind}-${number}`,
      kind,
      name: roundName(kind, opensOn),
      opensOn,
      closesOn: addSchoolDays(calendarOf(year), opensOn, sittingDays),
      year: which,
      step,
      openNow: which === 'this' && step === firstStepOfThisYear + thisYearPlan.length - 1,
    };
  };
  return [
    ...lastYearPlan.map(([kind, week], index) =>
      plan(lastYear, 'last', kind, lastYearOpening(week, lastYear), index),
    ),
    ...thisYearPlan.map(([kind, weeksAgo], index) =>
      plan(
        thisYear,
        'this',
        kind,
        thisYearOpening(weeksAgo, today, calendarOf(thisYear)),
        firstStepOfThisYear + index,
      ),
    ),
  ];
}
