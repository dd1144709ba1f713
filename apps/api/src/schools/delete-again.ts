import { sql, type Database, type TableName } from '@samhold/db';
import { deleteRowsOf, insertReceipt, type DeletionReceipt } from './delete-school.ts';

/**
 * Deletes schools that were deleted before and came back with an older backup, and puts their receipts back. `db` is of the
 * login that owns the tables. Returns how many had come back.
 */
export const deleteAgain = async (
  db: Database,
  receipts: readonly DeletionReceipt[],
  tables: readonly TableName[],
): Promise<number> => {
  let back = 0;
  for (const receipt of receipts) {
    const { schoolId } = receipt;
    const found = await db.inScope({ schoolId }, async (tx) => {
      const { rows } = await sql`select from school where school_id = ${schoolId} for update`.execute(tx);
      if (rows.length > 0) await deleteRowsOf(tx, schoolId, tables);
      await insertReceipt(tx, receipt);
      return rows.length > 0;
    });
    if (found) back += 1;
  }
  return back;
};
