import { randomUUID } from 'node:crypto';
import type { SchoolSealer, Tx } from '@samhold/db';
import { dayOf } from '../../calendar-days.ts';
import type { RosterFile } from '../files/roster-file.ts';
import type { Importer } from './apply.ts';
import { compareRoster } from './compare.ts';
import { discardOldImports, rosterVersion } from './stored-imports.ts';
import { importYear } from './year.ts';

/** Compares a file with the class lists and keeps what it would change until it is applied or put away. Returns its id. */
export const readInScope = async (
  tx: Tx,
  sealer: SchoolSealer,
  importer: Importer,
  now: Date,
  file: RosterFile,
  chosenYear?: string,
): Promise<string> => {
  const { schoolId } = importer;
  await discardOldImports(tx, schoolId, now);
  const year = await importYear(tx, schoolId, dayOf(now), chosenYear);
  const importId = randomUUID();
  await tx
    .insertInto('roster_import')
    .values({
      school_id: schoolId,
      import_id: importId,
      staff_id: importer.staffId ?? null,
      school_year_id: year.schoolYearId,
      format: file.format,
      // Read before the lists are: a change in between makes the import outdated.
      roster_version: await rosterVersion(tx, schoolId),
      state: 'read',
      counts: '{}',
      read_at: now,
    })
    .execute();
  const counts = await compareRoster(tx, sealer, schoolId, year, importId, file);
  await tx
    .updateTable('roster_import')
    .set({ counts: JSON.stringify(counts) })
    .where('school_id', '=', schoolId)
    .where('import_id', '=', importId)
    .execute();
  return importId;
};
