import type { NewYearEntry, YearEntry } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { SchoolCalendar } from '../calendar/school-days.ts';
import { occurrencesOf } from './occurrences.ts';
import * as queries from './queries.ts';

/** The entries of a year with every time they come, those that come first in front. */
export const entriesOfYear = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  calendar: SchoolCalendar,
): Promise<readonly YearEntry[]> => {
  const moves = await queries.movesOf(tx, schoolId, yearId);
  return (await queries.entriesOf(tx, schoolId, yearId)).map((entry) => ({
    ...entry,
    occurrences: [...occurrencesOf(calendar, entry, moves.get(entry.entryId) ?? new Map())],
  }));
};

const rhythmOf = ({ firstWeek, everyWeeks, times, weekday, weeksLong }: NewYearEntry): string =>
  JSON.stringify([firstWeek, everyWeeks, times, weekday, weeksLong]);

/** Both come on the same days, so that what has been moved may stay moved. */
export const sameRhythm = (a: NewYearEntry, b: NewYearEntry): boolean => rhythmOf(a) === rhythmOf(b);
