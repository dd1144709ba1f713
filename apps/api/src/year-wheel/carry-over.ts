import type { Tx } from '@samhold/db';
import { addDays, daysBetween, mondayOf } from '../calendar/days.ts';
import { findYear, periodsOfYear, replaceSurveys, schoolYears } from '../calendar/service.ts';
import { addMissing } from './change-entries.ts';
import { entriesOf } from './queries.ts';

/**
 * Makes a new year from the one before: what recurs in the same school weeks, and the weeks the school itself has set aside for
 * other surveys, as many weeks into the year. Free days, rounds and what was moved belong to their own year.
 */
export const carryOver = async (tx: Tx, schoolId: string, yearId: string): Promise<void> => {
  const year = await findYear(tx, schoolId, yearId);
  const before = (await schoolYears(tx, schoolId)).find(({ startsOn }) => startsOn < year.startsOn);
  if (before === undefined) return;
  await addMissing(tx, schoolId, yearId, await entriesOf(tx, schoolId, before.yearId));

  const later = daysBetween(mondayOf(before.startsOn), mondayOf(year.startsOn));
  const own = (await periodsOfYear(tx, schoolId, before.yearId)).filter(
    ({ kind, source }) => kind !== 'free' && source === 'staff',
  );
  const surveys = own.map((period) => ({
    ...period,
    startsOn: addDays(period.startsOn, later),
    endsOn: addDays(period.endsOn, later),
  }));
  await replaceSurveys(tx, schoolId, year, surveys);
};
