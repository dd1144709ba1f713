import { sql, type Tx } from '@samhold/db';

/**
 * Takes the backup of a day upon oneself: true for one process a day. One that failed is tried again after an hour, and one
 * that was begun and never ended after four.
 */
export const claimDay = async (tx: Tx, day: string, now: Date): Promise<boolean> => {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
  const claimed = await tx
    .insertInto('backup_run')
    .values({ day, begun_at: now })
    .onConflict((conflict) =>
      conflict
        .column('day')
        .doUpdateSet({ begun_at: now, ended_at: null, outcome: null })
        .where((where) =>
          where.or([
            where.and([
              where('backup_run.outcome', '=', 'failed'),
              where('backup_run.ended_at', '<', hoursAgo(1)),
            ]),
            where.and([
              where('backup_run.outcome', 'is', null),
              where('backup_run.begun_at', '<', hoursAgo(4)),
            ]),
          ]),
        ),
    )
    .returning(sql`1`.as('one'))
    .executeTakeFirst();
  return claimed !== undefined;
};

export const endDay = (
  tx: Tx,
  day: string,
  end: { readonly now: Date; readonly bytes: number | undefined },
) =>
  tx
    .updateTable('backup_run')
    .set({
      ended_at: end.now,
      outcome: end.bytes === undefined ? 'failed' : 'written',
      bytes: end.bytes ?? null,
    })
    .where('day', '=', day)
    .execute();

/** When the newest backup that was written ended; undefined when none was. */
export const newestWritten = async (tx: Tx): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom('backup_run')
      .select('ended_at')
      .where('outcome', '=', 'written')
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.ended_at ?? undefined;
