import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import * as queries from './queries.ts';

/** Lets the figures of a file count from now on. */
export const useImport = async (
  tx: Tx,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  importId: string,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('survey_import')
    .set({ state: 'in_use', used_by: staffId, used_at: now })
    .where('school_id', '=', schoolId)
    .where('survey_import_id', '=', importId)
    .execute();
  await queries.raiseVersion(tx, schoolId);
};
