import type { RosterImport } from '@samhold/contract';
import type { Database, SchoolSealer, Tx } from '@samhold/db';
import type { RosterPupil } from './files/roster-file.ts';
import { everySchool } from '../schools/numbers.ts';
import { applyInScope } from './import/apply.ts';
import { readInScope } from './import/read.ts';
import * as queries from './queries.ts';

/** The class, and who is on its list on a day. */
export const classList = async (tx: Tx, schoolId: string, classId: string, day: string) => {
  const found = await queries.classById(tx, schoolId, classId);
  if (found === undefined) return undefined;
  return {
    classId,
    name: found.name,
    yearId: found.school_year_id,
    pupils: await queries.pupilsOfClass(tx, schoolId, classId, day),
  };
};

export { forgetReadImports } from './import/stored-imports.ts';
export const schoolYearOn = queries.yearOf;
export const classesOfYear = queries.classesOf;
export const classOfPupil = queries.classOfPupil;

/** Makes the lists of the year that holds now equal to `pupils`, as an import does that nobody needs to look at first. */
export const applyPupils = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  now: Date,
  pupils: readonly RosterPupil[],
): Promise<RosterImport> => {
  const file = {
    format: 'csv',
    pupils,
    teachers: [],
    rejected: [],
    rejectedCount: 0,
    otherSchools: 0,
  } as const;
  const importId = await readInScope(tx, sealer, { schoolId }, now, file);
  return applyInScope(tx, { schoolId }, now, importId, true);
};

/**
 * The schools with a number, which should be one. Every school that somebody can sign in to is asked, one by one, since no
 * scope sees two.
 */
export const schoolsByOrganisationNumber = async (
  db: Database,
  organisationNumber: string,
): Promise<readonly { readonly schoolId: string; readonly name: string }[]> => {
  const schools = await db.beforeScope(everySchool);
  const found: { schoolId: string; name: string }[] = [];
  for (const schoolId of schools) {
    const name = await db.inScope({ schoolId }, async (tx) => {
      const school = await tx
        .selectFrom('school')
        .select(['name', 'organisation_number'])
        .where('school_id', '=', schoolId)
        .executeTakeFirst();
      return school?.organisation_number === organisationNumber ? school.name : undefined;
    });
    if (name !== undefined) found.push({ schoolId, name });
  }
  return found;
};
