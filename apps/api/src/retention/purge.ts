import type { TableName, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { keptTables } from './classes.ts';
import { deleteLogYears } from './delete-log-years.ts';
import { deleteRows, forgettable } from './delete-rows.ts';
import { readDue, type Due } from './due.ts';
import { addToReceipt } from './receipt.ts';
import { readReferences, type Reference } from './references.ts';

/** As many rows go in one transaction. */
const BATCH = 2_000;

// Object.keys gives the names the object was written with.
const tables = Object.keys(keptTables) as TableName[];

/** Goes through the tables from `from` on until a batch is full; returns where to go on. */
const deleteBatch = async (
  tx: Tx,
  due: Due,
  references: readonly Reference[],
  from: number,
): Promise<number> => {
  let room = BATCH;
  for (const [at, table] of tables.entries()) {
    if (at < from) continue;
    const deleted = await deleteRows(tx, table, due, references, room);
    if (deleted > 0) await addToReceipt(tx, due, table, deleted);
    room -= deleted;
    if (room === 0) return at;
  }
  return tables.length;
};

/** What was counted from these answers is not counted again from what is left of them. */
const keepResults = (tx: Tx, { schoolId, sittingIds, now }: Due): Promise<unknown> =>
  tx
    .updateTable('sitting')
    .set({ results_kept_at: now })
    .where('school_id', '=', schoolId)
    .where('sitting_id', 'in', sittingIds)
    .where('results_kept_at', 'is', null)
    .execute();

/**
 * Deletes what is over its time at a school, once a day, in batches, and leaves a receipt without a name. Cut off in the
 * middle it goes on at the next look.
 */
export const purgeSchool = async (deps: Dependencies, schoolId: string): Promise<void> => {
  const now = deps.now();
  const begun = await deps.db.inScope({ schoolId }, async (tx) => {
    const due = await readDue(tx, schoolId, now);
    if (due === undefined) return undefined;
    const references = await readReferences(tx);
    if (due.sittingIds.length > 0) await keepResults(tx, due);
    return { references, due: { ...due, leavers: await forgettable(tx, due, references) } };
  });
  if (begun === undefined) return;
  const { due, references } = begun;
  for (let at = 0; at < tables.length;) {
    const from = at;
    at = await deps.db.inScope({ schoolId }, (tx) => deleteBatch(tx, due, references, from));
  }
  await deps.db.inScope({ schoolId }, async (tx) => {
    const entries = await deleteLogYears(tx, schoolId, now);
    if (entries > 0) await addToReceipt(tx, due, 'access_log', entries);
    await tx.updateTable('school').set({ purged_on: due.day }).where('school_id', '=', schoolId).execute();
  });
};
