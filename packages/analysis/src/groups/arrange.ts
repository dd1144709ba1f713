import { byPairs } from './by-pairs.ts';
import { byPartition } from './by-partition.ts';
import { fragmentColumns } from './fragment-columns.ts';
import { partColumns } from './part-columns.ts';
import type { Placing } from './placing.ts';
import { stageNames, type ProposalOptions, type StageResult } from './proposal.ts';
import type { RoomGraph } from './room-graph.ts';
import { search } from './search.ts';
import type { Seated } from './seated.ts';
import { stageResult } from './stage-result.ts';
import { trivialBound } from './trivial-bound.ts';

export type Arranged = { readonly seated: Seated; readonly stages: readonly StageResult[] };

/**
 * The best arrangement of pupils in a room, stage by stage, each with a bound. First a search; then, with a solver, set
 * partitioning over all sets of pupils that can fill a part of the room, or where those are too many over the pieces that
 * wishes join; or at last the bound of pairs. A stage keeps the costs of all before it as constraints, so the order of the stages
 * holds exactly and no weights are needed.
 */
export function arrange(
  placing: Placing,
  room: RoomGraph,
  start: ArrayLike<number>,
  { seed, solver, clock = () => 0, limitMs = 2_000 }: ProposalOptions,
): Arranged {
  const begun = clock();
  const secondsLeft = (): number => (limitMs - (clock() - begun)) / 1000;
  const found = search(placing, room, start, seed);
  if (solver === undefined || (found.total[0] ?? 0) > 0) {
    const stages = stageNames.map((_, s) =>
      stageResult(s + 1, found.total[s + 1] ?? 0, trivialBound(placing, s + 1)),
    );
    return { seated: found, stages };
  }
  const without = found.total[1] ?? 0;
  const columns = partColumns(placing, room, without) ?? fragmentColumns(placing, room, without);
  return columns === null
    ? byPairs(placing, room, found, solver, secondsLeft)
    : byPartition(placing, room, found, columns, solver, secondsLeft);
}
