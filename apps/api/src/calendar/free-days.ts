import type { Tx } from '@samhold/db';
import { yearsOf } from './queries.ts';

type Days = { readonly startsOn: string; readonly endsOn: string };

const freePeriods = async (tx: Tx, schoolId: string): Promise<readonly Days[]> => {
  const rows = await tx
    .selectFrom('calendar_period')
    .select(['starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('kind', '=', 'free')
    .execute();
  return rows.map((row) => ({ startsOn: String(row.starts_on), endsOn: String(row.ends_on) }));
};

const holds = (day: string) => (days: Days) => days.startsOn <= day && day <= days.endsOn;

/** Tells of a day whether pupils are free: in a break or on a holiday, and between two school years. Weekends are not looked at. */
export const freeDaysOf = async (tx: Tx, schoolId: string): Promise<(day: string) => boolean> => {
  const years = await yearsOf(tx, schoolId);
  const free = await freePeriods(tx, schoolId);
  return (day) => {
    if (free.some(holds(day))) return true;
    if (years.some(holds(day))) return false;
    return years.some(({ startsOn }) => startsOn > day) && years.some(({ endsOn }) => endsOn < day);
  };
};
