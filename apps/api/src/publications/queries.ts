import type { Audience } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';

/** Everything released of a round, to whomever, the first one first: what has been seen cannot be unseen. */
export const releasesOfRound = async (tx: Tx, schoolId: string, roundId: string) => {
  const rows = await tx
    .selectFrom('release')
    .select(['release_id', 'audience', 'document'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .orderBy('released_at')
    .orderBy('release_id')
    .execute();
  return rows.map((row) => ({
    release_id: row.release_id,
    // Written by storeRelease only.
    audience: row.audience as Audience,
    document: row.document as unknown as ReleasedDocument,
  }));
};

/** The releases of a round, to whomever. They are only ever added. */
export const releaseIdsOfRound = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('release')
      .select('release_id')
      .where('school_id', '=', schoolId)
      .where('round_id', '=', roundId)
      .execute()
  ).map((row) => row.release_id);

/** Lets one release of a round be made at a time: each is held against those before it. */
export const lockReleases = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round')
    .select('round_id')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirstOrThrow();
