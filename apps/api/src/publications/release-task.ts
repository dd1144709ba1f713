import { tierOf } from '@samhold/analysis';
import type { RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { countedTables, type CountedTable } from './counted-tables.ts';
import { readFrozen } from './freeze-counts.ts';
import { releasesOfRound } from './queries.ts';
import type { ReleaseSpec } from './release-spec.ts';
import type { Before } from './said-before.ts';

export type ReleasedRound = { readonly roundId: string; readonly kind: RoundKind; readonly name: string };

/** All that a release is made of: read at once, so that it can be made beside everything else. */
export type ReleaseTask = {
  readonly round: ReleasedRound;
  readonly spec: ReleaseSpec;
  readonly classNames: readonly string[] | null;
  readonly counts: readonly CountedTable[];
  readonly before: readonly Before[];
};

/** A release of the kept counts of a round, beside all that was released of it before; of these classes alone when they are named. */
export const readTask = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
): Promise<ReleaseTask> => {
  const frozen = await readFrozen(tx, schoolId, round.roundId);
  const before = (await releasesOfRound(tx, schoolId, round.roundId)).map((row): Before => ({
    releaseId: row.release_id,
    tier: tierOf(row.audience),
    document: row.document,
  }));
  const counts = await countedTables(tx, schoolId, round.kind, frozen, spec.cells);
  return { round, spec, classNames, counts, before };
};
