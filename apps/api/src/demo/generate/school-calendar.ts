import {
  addDays,
  earlier,
  easterSunday,
  later,
  mondayOf,
  mondayOfWeek,
  monthOf,
  weekday,
  yearOf,
} from './dates.ts';
import type { DemoBreak } from './demo-school.ts';

export type CalendarYear = {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly breaks: readonly DemoBreak[];
};

/** Breaks between one August and the next, as commonly placed in Oslo; the summer is left out on purpose (below). */
function breaksFrom(startYear: number): DemoBreak[] {
  const autumn = mondayOfWeek(startYear, 40);
  const winter = mondayOfWeek(startYear + 1, 8);
  const easter = easterSunday(startYear + 1);
  const oneDay = (name: string, day: string): DemoBreak => ({ name, startsOn: day, endsOn: day });
  return [
    { name: 'Høstferie', startsOn: autumn, endsOn: addDays(autumn, 4) },
    { name: 'Juleferie', startsOn: `${startYear}-12-21`, endsOn: `${startYear + 1}-01-01` },
    { name: 'Vinterferie', startsOn: winter, endsOn: addDays(winter, 4) },
    { name: 'Påskeferie', startsOn: addDays(easter, -6), endsOn: addDays(easter, 1) },
    oneDay('Arbeidernes dag', `${startYear + 1}-05-01`),
    oneDay('Grunnlovsdagen', `${startYear + 1}-05-17`),
    oneDay('Kristi himmelfartsdag', addDays(easter, 39)),
    oneDay('2. pinsedag', addDays(easter, 50)),
  ];
}

const within = (year: { startsOn: string; endsOn: string }, breaks: readonly DemoBreak[]): DemoBreak[] =>
  breaks.filter((pause) => pause.endsOn >= year.startsOn && pause.startsOn <= year.endsOn);

/**
 * The school year that `today` belongs to (August begins a new one) and the year before. A demo opened in summer or
 * autumn must also have rounds behind it: the year starts at least 13 weeks before `today` and ends at least three
 * weeks after, the year before is cut short accordingly, and neither has a summer break inside it.
 */
export function schoolYears(today: string): { thisYear: CalendarYear; lastYear: CalendarYear } {
  const startYear = monthOf(today) >= 8 ? yearOf(today) : yearOf(today) - 1;
  const usualStart = (year: number): string => mondayOfWeek(year, 34);
  const usualEnd = (year: number): string => addDays(mondayOfWeek(year + 1, 25), 4);
  const label = (year: number): string => `${year}/${year + 1}`;

  const startsOn = earlier(usualStart(startYear), mondayOf(addDays(today, -13 * 7)));
  const endsOn = later(usualEnd(startYear), addDays(today, 21));
  const last = {
    label: label(startYear - 1),
    startsOn: usualStart(startYear - 1),
    endsOn: earlier(usualEnd(startYear - 1), addDays(startsOn, -3)),
  };
  const current = { label: label(startYear), startsOn, endsOn };
  const breaks = [...breaksFrom(startYear - 1), ...breaksFrom(startYear)];
  return {
    thisYear: { ...current, breaks: within(current, breaks) },
    lastYear: { ...last, breaks: within(last, breaks) },
  };
}

const isSchoolDay = (day: string, breaks: readonly DemoBreak[]): boolean =>
  weekday(day) <= 5 && !breaks.some((pause) => pause.startsOn <= day && day <= pause.endsOn);

export function lastSchoolDayAtOrBefore(day: string, breaks: readonly DemoBreak[]): string {
  let candidate = day;
  while (!isSchoolDay(candidate, breaks)) candidate = addDays(candidate, -1);
  return candidate;
}

/** `count` school days after `day` (before it when negative); `day` itself need not be a school day. */
export function addSchoolDays(day: string, count: number, breaks: readonly DemoBreak[]): string {
  const direction = Math.sign(count);
  let left = Math.abs(count);
  let candidate = day;
  while (left > 0) {
    candidate = addDays(candidate, direction);
    if (isSchoolDay(candidate, breaks)) left -= 1;
  }
  return candidate;
}
