import type { Tx } from '@samhold/db';

/** The tries of a name so far; of two at once the second waits for the first. */
export const holdTries = async (tx: Tx, nameHash: Buffer, now: Date) => {
  await tx
    .insertInto('account_try')
    .values({ name_hash: nameHash, tries: 0, open_from: now, last_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('account_try')
    .select(['tries', 'open_from'])
    .where('name_hash', '=', nameHash)
    .forUpdate()
    .executeTakeFirstOrThrow();
};

export const setTries = (
  tx: Tx,
  nameHash: Buffer,
  { tries, openFrom, lastAt }: { readonly tries: number; readonly openFrom: Date; readonly lastAt: Date },
) =>
  tx
    .updateTable('account_try')
    .set({ tries, open_from: openFrom, last_at: lastAt })
    .where('name_hash', '=', nameHash)
    .execute();

export const clear = (tx: Tx, nameHash: Buffer) =>
  tx.deleteFrom('account_try').where('name_hash', '=', nameHash).execute();

export const forget = (tx: Tx, before: Date) =>
  tx.deleteFrom('account_try').where('last_at', '<', before).execute();
