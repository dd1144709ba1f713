import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import { everyPupil, everyStaffMember } from './queries.ts';

/** Everybody the school has a name of, pupils and staff, also those who have left. */
export const everyName = async (tx: Tx, sealer: SchoolSealer, schoolId: string) => {
  const pupilIds = await everyPupil(tx, schoolId);
  const staffIds = await everyStaffMember(tx, schoolId);
  const names = await wholeNames(tx, sealer, schoolId, [...pupilIds, ...staffIds]);
  return { pupilIds, staffIds, names };
};
