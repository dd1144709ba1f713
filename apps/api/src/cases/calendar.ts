import type { Tx } from '@samhold/db';
import { readCalendar, schoolYears } from '../calendar/service.ts';
import type { SchoolCalendar } from '../calendar/school-days.ts';
import { joinYears } from './counter.ts';

/** All the years of the school as one. */
export const wholeCalendar = async (tx: Tx, schoolId: string): Promise<SchoolCalendar> => {
  const years: SchoolCalendar[] = [];
  for (const { yearId } of await schoolYears(tx, schoolId))
    years.push(await readCalendar(tx, schoolId, yearId));
  return joinYears(years);
};
