import type { Tx } from '@samhold/db';
import { idleSince } from './queries.ts';

type Own = { readonly schoolId: string; readonly staffId: string };

/** The one used last comes first. */
export const openSessionsOf = (tx: Tx, { schoolId, staffId }: Own, now: Date) =>
  tx
    .selectFrom('staff_session')
    .select(['session_id', 'token_hash', 'started_at', 'last_seen_at', 'browser', 'device'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('ends_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .orderBy('last_seen_at', 'desc')
    .execute();

const own = (tx: Tx, { schoolId, staffId }: Own) =>
  tx.deleteFrom('staff_session').where('school_id', '=', schoolId).where('staff_id', '=', staffId);

export const deleteOne = async (tx: Tx, of: Own, sessionId: string): Promise<number> =>
  Number((await own(tx, of).where('session_id', '=', sessionId).executeTakeFirstOrThrow()).numDeletedRows);

export const deleteAllBut = async (tx: Tx, of: Own, kept: Buffer): Promise<number> =>
  Number((await own(tx, of).where('token_hash', '!=', kept).executeTakeFirstOrThrow()).numDeletedRows);

/** The kommune at Feide the session came from, where it came by Feide. */
export const realmOfSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
): Promise<string | null | undefined> =>
  (
    await tx
      .selectFrom('staff_session')
      .select('realm')
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
  )?.realm;

/** Sessions that came by Feide from none of these; others stay. */
export const deleteOfOtherRealms = (tx: Tx, schoolId: string, kept: readonly string[]) =>
  tx.deleteFrom('staff_session').where('school_id', '=', schoolId).where('realm', 'not in', kept).execute();
