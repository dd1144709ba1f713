import type { SchoolSealer, Tx } from '@samhold/db';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { openNames } from '../roster/names.ts';

/** What people are called in a case: by their whole name, and a hidden pupil by the first name of the alias alone (P8). */
export const namesInCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const hidden = await hiddenPupilIds(tx, schoolId);
  const names = await openNames(tx, sealer, schoolId, [...new Set(personIds)]);
  return new Map(
    names.map(({ personId, given, family }) => [
      personId,
      hidden.has(personId) ? given : `${given} ${family}`,
    ]),
  );
};
