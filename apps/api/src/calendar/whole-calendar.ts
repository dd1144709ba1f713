import type { Tx } from '@samhold/db';
import { joinYears } from './joined-years.ts';
import type { SchoolCalendar } from './school-days.ts';
import { readCalendar, schoolYears } from './service.ts';

/** All the years of the school as one. */
export const wholeCalendar = async (tx: Tx, schoolId: string): Promise<SchoolCalendar> => {
  const years: SchoolCalendar[] = [];
  for (const { yearId } of await schoolYears(tx, schoolId))
    years.push(await readCalendar(tx, schoolId, yearId));
  return joinYears(years);
};
