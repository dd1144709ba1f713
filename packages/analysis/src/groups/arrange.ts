import { byPairs } from './by-pairs.ts';
import { byPartition } from './by-partition.ts';
import { fragmentColumns } from './fragment-columns.ts';
import { partColumns } from './part-columns.ts';
import type { Placing } from './placing.ts';
import { stageNames, type ProposalOptions } from './proposal.ts';
import { allBesideEachOther, partsOf, type RoomGraph } from './room-graph.ts';
import { search } from './search.ts';
import { firstThen, stageByStage, type Arranged, type SolveStage } from './stage-by-stage.ts';
import { stageResult, trivialBound } from './stage-result.ts';

/**
 * The best arrangement of pupils in a room, stage by stage, each with a bound. First a search; then, with a solver, set
 * partitioning over all sets of pupils that can fill a part of the room. Where those are too many, groups are settled over
 * the pieces that wishes join; other rooms by the bound of pairs, and rows by pieces where that leaves a stage open.
 */
export function arrange(
  placing: Placing,
  room: RoomGraph,
  start: ArrayLike<number>,
  { seed, solver, clock = () => 0, limitMs = 2_000 }: ProposalOptions,
): Arranged {
  const begun = clock();
  const secondsLeft = (): number => (limitMs - (clock() - begun)) / 1000;
  const found = search(placing, room, start, seed, secondsLeft);
  if (solver === undefined || (found.total[0] ?? 0) > 0) {
    const stages = stageNames.map((_, s) =>
      stageResult(s + 1, found.total[s + 1] ?? 0, trivialBound(placing, s + 1)),
    );
    return { seated: found, stages };
  }
  const without = found.total[1] ?? 0;
  const parts = partColumns(placing, room, without);
  if (parts !== null) return stageByStage(found, byPartition(placing, room, parts, solver, secondsLeft));
  const pairs = byPairs(placing, room, solver, secondsLeft);
  // Listed when first needed: there can be many, and the bound of pairs settles most rows without them.
  let solvePieces: SolveStage | null = null;
  const pieces: SolveStage = (...stage) => {
    const columns = solvePieces === null ? fragmentColumns(placing, room, without) : null;
    solvePieces ??=
      columns === null ? leaveOpen(placing) : byPartition(placing, room, columns, solver, secondsLeft);
    return solvePieces(...stage);
  };
  const groups = partsOf(room).every((part) => allBesideEachOther(room, part));
  return stageByStage(found, groups ? firstThen(pieces, pairs) : firstThen(pairs, pieces));
}

const leaveOpen =
  (placing: Placing): SolveStage =>
  (stage) => ({ bound: trivialBound(placing, stage), other: null });
