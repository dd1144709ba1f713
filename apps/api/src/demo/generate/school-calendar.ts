import { addDays, earlier, later, mondayOf, monthOf, yearOf } from '../../calendar/days.ts';
import { isSchoolDay, type SchoolCalendar } from '../../calendar/school-days.ts';
import { cutTo, freePeriodsFrom, usualYear } from '../../calendar/year-template.ts';
import type { DemoBreak } from './demo-school.ts';

export type CalendarYear = {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly breaks: readonly DemoBreak[];
};

/** Breaks between one August and the next as the template places them; the summer is left out on purpose (below). */
const breaksFrom = (startYear: number): readonly DemoBreak[] =>
  freePeriodsFrom(startYear).map(({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn }));

/** What counts the school days of a demo year. */
export const calendarOf = ({ startsOn, endsOn, breaks }: CalendarYear): SchoolCalendar => ({
  startsOn,
  endsOn,
  free: breaks,
});

/**
 * The school year that `today` belongs to (August begins a new one) and the year before. A demo opened in summer or
 * autumn must also have rounds behind it: the year starts at least 13 weeks before `today` and ends at least three
 * weeks after, the year before is cut short accordingly, and neither has a summer break inside it.
 */
export function schoolYears(today: string): { thisYear: CalendarYear; lastYear: CalendarYear } {
  const startYear = monthOf(today) >= 8 ? yearOf(today) : yearOf(today) - 1;
  const usualStart = (year: number): string => usualYear(year).startsOn;
  const usualEnd = (year: number): string => usualYear(year).endsOn;
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
    thisYear: { ...current, breaks: cutTo(current, breaks) },
    lastYear: { ...last, breaks: cutTo(last, breaks) },
  };
}

export function lastSchoolDayAtOrBefore(calendar: SchoolCalendar, day: string): string {
  let candidate = day;
  while (!isSchoolDay(calendar, candidate)) candidate = addDays(candidate, -1);
  return candidate;
}
