import { sql, type Tx } from '@samhold/db';
import { yearOf } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';

export const KEPT_YEARS = 5;

type Ended = { readonly entries: number; readonly last_sequence: number; readonly last_hash: Buffer };

/**
 * Deletes the years of the access log that are over their time, each whole and the oldest first, and keeps the last link of
 * each: what came after is verified from there. Returns how many entries went.
 */
export const deleteLogYears = async (tx: Tx, schoolId: string, now: Date): Promise<number> => {
  const first = await tx
    .selectFrom('access_log')
    .select('at')
    .where('school_id', '=', schoolId)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  if (first === undefined) return 0;
  let gone = 0;
  for (let year = first.at.getUTCFullYear(); year < yearOf(dayOf(now)) - KEPT_YEARS; year += 1) {
    const until = new Date(Date.UTC(year + 1, 0, 1));
    // The last entry of the year by its place in the chain: a clock that was set back moves none behind it.
    const { rows } = await sql<Ended>`
      select (select count(*)::int from access_log b where b.school_id = a.school_id and b.sequence <= a.sequence) as entries,
             a.sequence as last_sequence, a.hash as last_hash
        from access_log a
       where a.school_id = ${schoolId} and a.at < ${until}
         and not exists (select from access_log l where l.school_id = a.school_id and l.at >= ${until} and l.sequence < a.sequence)
       order by a.sequence desc limit 1`.execute(tx);
    const [ended] = rows;
    if (ended === undefined) continue;
    await tx
      .insertInto('access_log_year')
      .values({ school_id: schoolId, year, deleted_at: now, ...ended })
      .execute();
    const deleted = await tx
      .deleteFrom('access_log')
      .where('school_id', '=', schoolId)
      .where('sequence', '<=', String(ended.last_sequence))
      .executeTakeFirst();
    if (Number(deleted.numDeletedRows) !== ended.entries)
      throw new Error('The database keeps entries of the log that this clock says are over their time.');
    gone += ended.entries;
  }
  return gone;
};

/** The last link of the years that were deleted: what is left follows from it. */
export const lastDeletedLink = async (
  tx: Tx,
  schoolId: string,
): Promise<{ readonly sequence: number; readonly hash: string } | undefined> => {
  const row = await tx
    .selectFrom('access_log_year')
    .select(['last_sequence', 'last_hash'])
    .where('school_id', '=', schoolId)
    .orderBy('last_sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { sequence: Number(row.last_sequence), hash: row.last_hash.toString('hex') };
};
