import type { PupilLabel } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { labelsOf, type Name } from './labels-of.ts';

/** The people's names, in no order. */
export const openNames = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  personIds: readonly string[],
): Promise<readonly Name[]> => {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('sealed_person')
    .select(['person_id', 'given_name', 'family_name'])
    .where('school_id', '=', schoolId)
    .where('person_id', 'in', personIds)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    given: sealer.open(row.given_name, { table: 'sealed_person', column: 'given_name', row: row.person_id }),
    family: sealer.open(row.family_name, {
      table: 'sealed_person',
      column: 'family_name',
      row: row.person_id,
    }),
  }));
};

/** The pupils of one list by label, in alphabetical order. Everyone on the list must be asked for at once. */
export const pupilLabels = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<readonly PupilLabel[]> => {
  const labels = labelsOf(await openNames(tx, sealer, schoolId, pupilIds));
  return pupilIds
    .map((pupilId) => ({ pupilId, label: labels.get(pupilId) ?? '–' }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nb') || (a.pupilId < b.pupilId ? -1 : 1));
};

/** Given and family name of staff and pupils, a hidden pupil's as the alias says. */
export const wholeNames = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await openNames(tx, sealer, schoolId, [...new Set(personIds)])).map((name) => [
      name.personId,
      `${name.given} ${name.family}`,
    ]),
  );

export const staffName = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  staffId: string,
): Promise<string> => (await wholeNames(tx, sealer, schoolId, [staffId])).get(staffId) ?? '–';
