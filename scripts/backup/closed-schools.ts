import { deleteAgain } from '../../apps/api/src/schools/delete-again.ts';
import { tablesOfSchools, type DeletionReceipt } from '../../apps/api/src/schools/delete-school.ts';
import {
  migrate,
  openDatabase,
  tablesInOrder,
  type Keyring,
  type Migration,
} from '../../packages/db/src/index.ts';

/** An older backup brings back schools that were deleted since: they go again before anybody uses it. Returns how many. */
export const deleteClosedSchools = async (
  url: string,
  keyring: Keyring,
  migrations: readonly Migration[],
  receipts: readonly DeletionReceipt[],
): Promise<number> => {
  if (receipts.length === 0) return 0;
  // The tables of receipts may be newer than the backup.
  await migrate(url, migrations);
  const db = openDatabase(url, keyring, 1);
  const tables = tablesOfSchools(await tablesInOrder(url));
  return deleteAgain(db, receipts, tables).finally(() => db.close());
};
