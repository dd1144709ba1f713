import { addDays, daysBetween, mondayOf, weekday } from './days.ts';

export type FreeDays = { readonly startsOn: string; readonly endsOn: string };

/** A school year as days (yyyy-mm-dd), first and last included, with the days on which pupils have no school. */
export type SchoolCalendar = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly free: readonly FreeDays[];
};

export type SchoolWeek = {
  /** The Monday of the week, also when it is free. */
  readonly monday: string;
  readonly schoolDays: readonly string[];
};

/**
 * Monday to Friday, and in none of the free periods. Outside the year every weekday counts, so that a deadline set in June
 * still falls on a day.
 */
export const isSchoolDay = (calendar: SchoolCalendar, day: string): boolean =>
  weekday(day) <= 5 && !calendar.free.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/** The school day `count` school days after `day` (before it when negative). `day` itself need not be one; 0 gives `day`. */
export const addSchoolDays = (calendar: SchoolCalendar, day: string, count: number): string => {
  const step = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, step);
    if (isSchoolDay(calendar, found)) left -= 1;
  }
  return found;
};

/** School days after `from` up to and including `to`; negative when `to` is earlier. */
export const schoolDaysBetween = (calendar: SchoolCalendar, from: string, to: string): number => {
  if (to < from) return -schoolDaysBetween(calendar, to, from);
  let count = 0;
  for (let left = daysBetween(from, to); left > 0; left -= 1) {
    if (isSchoolDay(calendar, addDays(from, left))) count += 1;
  }
  return count;
};

/** A calendar is never changed after it is made, and its weeks are asked for again and again. */
const weeksByCalendar = new WeakMap<SchoolCalendar, readonly SchoolWeek[]>();

/** The weeks of the year that have at least one school day, in order. A week without one is not counted at all. */
export const schoolWeeksOf = (calendar: SchoolCalendar): readonly SchoolWeek[] => {
  const known = weeksByCalendar.get(calendar);
  if (known !== undefined) return known;
  const weeks: SchoolWeek[] = [];
  for (let monday = mondayOf(calendar.startsOn); monday <= calendar.endsOn; monday = addDays(monday, 7)) {
    const schoolDays = [0, 1, 2, 3, 4]
      .map((days) => addDays(monday, days))
      .filter((day) => calendar.startsOn <= day && day <= calendar.endsOn && isSchoolDay(calendar, day));
    if (schoolDays.length > 0) weeks.push({ monday, schoolDays });
  }
  weeksByCalendar.set(calendar, weeks);
  return weeks;
};

/** The number, from 1, of the school week that holds `day`; of the last one before it when the week is free; 0 before the first. */
export const schoolWeekNumber = (calendar: SchoolCalendar, day: string): number =>
  schoolWeeksOf(calendar).filter((week) => week.monday <= day).length;

/**
 * The school day `count` school weeks after `day`: on the same weekday, else on the next day with school. Nothing when the
 * year ends before.
 */
export const schoolWeeksLater = (
  calendar: SchoolCalendar,
  day: string,
  count: number,
): string | undefined => {
  const weeks = schoolWeeksOf(calendar);
  const at = schoolWeekNumber(calendar, day) - 1 + count;
  const week = weeks[at];
  if (week === undefined) return undefined;
  const wished = addDays(week.monday, weekday(day) - 1);
  return weeks
    .slice(at)
    .flatMap(({ schoolDays }) => schoolDays)
    .find((schoolDay) => schoolDay >= wished);
};
