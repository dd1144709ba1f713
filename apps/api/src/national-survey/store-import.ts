import { randomUUID } from 'node:crypto';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { compareFigures } from './compare.ts';
import type { ReadExport } from './files/read-export.ts';
import * as queries from './queries.ts';

/** Keeps what was found in a file, held against the figures in use now. Returns the id it is known by. */
export const storeImport = async (
  tx: Tx,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  read: ReadExport,
  now: Date,
): Promise<string> => {
  const importId = randomUUID();
  const { survey_version: version } = await queries.schoolOf(tx, schoolId);
  const counts = compareFigures(await queries.figuresInUse(tx, schoolId), read.figures);
  await tx
    .insertInto('survey_import')
    .values({
      school_id: schoolId,
      survey_import_id: importId,
      found: JSON.stringify(read.file),
      new_count: counts.new,
      changed_count: counts.changed,
      same_count: counts.same,
      read_version: version,
      read_by: staffId,
      read_at: now,
    })
    .execute();
  await queries.insertFigures(tx, schoolId, importId, read.figures);
  return importId;
};
