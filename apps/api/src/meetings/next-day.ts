import { addDays, mondayOf, weekday } from '../calendar/days.ts';
import { schoolWeeksOf, type SchoolCalendar } from '../calendar/school-days.ts';

/**
 * The day of the next weekly meeting: in the first school week after the one of the last meeting (of today, when that is later or there
 * was none), on the same weekday, or the school day of that week nearest to it. Null when the school year has no such week.
 */
export const nextMeetingDay = (
  calendar: SchoolCalendar,
  lastDay: string | null,
  today: string,
): string | null => {
  const wanted = lastDay === null ? weekday(today) : weekday(lastDay);
  // Without an earlier meeting the week of today may have it; else it is the week after.
  const from = lastDay === null ? mondayOf(today) : addDays(mondayOf(lastDay), 7);
  const week = schoolWeeksOf(calendar)
    .filter(({ monday }) => monday >= from)
    .map(({ schoolDays }) => schoolDays.filter((day) => day >= today))
    .find((days) => days.length > 0);
  return (
    week?.toSorted(
      (a, b) => Math.abs(weekday(a) - wanted) - Math.abs(weekday(b) - wanted) || a.localeCompare(b),
    )[0] ?? null
  );
};
