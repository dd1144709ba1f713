import type { NewYearEntry, Occurrence } from '@samhold/contract';
import { addDays, daysBetween } from '../calendar/days.ts';
import { schoolWeekNumber, schoolWeeksOf, type SchoolCalendar } from '../calendar/school-days.ts';

export type Rhythm = Pick<NewYearEntry, 'firstWeek' | 'everyWeeks' | 'times' | 'weekday' | 'weeksLong'>;
/** The day an occurrence is moved to, by its number; null when it is taken out. */
export type Moves = ReadonlyMap<number, string | null>;

/** The school day of a week nearest to the wished one; of two as near the later. */
const nearest = (schoolDays: readonly string[], wished: string): string =>
  schoolDays.reduce((best, day) =>
    Math.abs(daysBetween(wished, day)) <= Math.abs(daysBetween(wished, best)) ? day : best,
  );

/** The last day of what begins on a day: the day itself, or the last school day of so many school weeks. */
const lastDay = (calendar: SchoolCalendar, startsOn: string, weeksLong: number): string => {
  if (weeksLong === 0) return startsOn;
  const weeks = schoolWeeksOf(calendar);
  const last = weeks[Math.min(weeks.length, schoolWeekNumber(calendar, startsOn) + weeksLong - 1) - 1];
  return last?.schoolDays.at(-1) ?? startsOn;
};

/** Every time an entry comes in a year: on school days only, and as often as there are school weeks for it. */
export const occurrencesOf = (
  calendar: SchoolCalendar,
  rhythm: Rhythm,
  moves: Moves,
): readonly Occurrence[] => {
  const { firstWeek, everyWeeks, weekday, weeksLong } = rhythm;
  const weeks = schoolWeeksOf(calendar);
  const occurrences: Occurrence[] = [];
  for (let number = 1; number <= (rhythm.times ?? Infinity); number += 1) {
    const week = weeks[firstWeek - 1 + (number - 1) * everyWeeks];
    const [first] = week?.schoolDays ?? [];
    if (week === undefined || first === undefined) break;
    const plannedOn = weeksLong > 0 ? first : nearest(week.schoolDays, addDays(week.monday, weekday - 1));
    const moved = moves.get(number);
    const startsOn = moved ?? plannedOn;
    occurrences.push({
      number,
      plannedOn,
      startsOn,
      endsOn: lastDay(calendar, startsOn, weeksLong),
      state: moved === undefined ? 'planned' : moved === null ? 'taken_out' : 'moved',
    });
  }
  return occurrences;
};
