import { sql, type TableName, type Tx } from '@samhold/db';

export type ReceiptOf = { readonly schoolId: string; readonly day: string; readonly backupsUntil: string };

/** The same day again is added to what went before: a purge that was cut off and went on has one receipt. */
export const addToReceipt = (tx: Tx, of: ReceiptOf, table: TableName, deleted: number): Promise<unknown> =>
  tx
    .insertInto('retention_receipt')
    .values({
      ...{ school_id: of.schoolId, day: of.day, table_name: table },
      ...{ deleted, backups_until: of.backupsUntil },
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'day', 'table_name']).doUpdateSet({
        deleted: sql`retention_receipt.deleted + excluded.deleted`,
      }),
    )
    .execute();
