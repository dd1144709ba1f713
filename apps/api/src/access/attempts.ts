import { sql, type Tx } from '@samhold/db';

/** One attempt more of an address in the window that began then. */
export const addAttempt = async (tx: Tx, addressHash: Buffer, beganAt: Date): Promise<void> => {
  await tx
    .insertInto('attempt_window')
    .values({ address_hash: addressHash, began_at: beganAt, attempts: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['address_hash', 'began_at'])
        .doUpdateSet({ attempts: sql`attempt_window.attempts + 1` }),
    )
    .execute();
};

/** Attempts of an address in the windows that began at `since` or later, by when each began. */
export const attemptsSince = async (
  tx: Tx,
  addressHash: Buffer,
  since: Date,
): Promise<readonly { readonly began_at: Date; readonly attempts: number }[]> =>
  tx
    .selectFrom('attempt_window')
    .select(['began_at', 'attempts'])
    .where('address_hash', '=', addressHash)
    .where('began_at', '>=', since)
    .execute();

export const forgetAttempts = async (tx: Tx, before: Date): Promise<void> => {
  await tx.deleteFrom('attempt_window').where('began_at', '<', before).execute();
};
