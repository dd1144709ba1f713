import type { Tx } from '@samhold/db';

/** To change what stands at one pupil of a sitting's list. */
export const updateListed = (tx: Tx, schoolId: string, sittingId: string, pupilId: string) =>
  tx
    .updateTable('sitting_pupil')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId);
