import type { Arranged } from './arrange.ts';
import type { Columns } from './columns.ts';
import { compareCosts, costCount } from './costs.ts';
import type { LinearSolver } from './linear-solver.ts';
import type { Kept } from './partition-programme.ts';
import type { Placing } from './placing.ts';
import type { StageResult } from './proposal.ts';
import type { RoomGraph } from './room-graph.ts';
import { improve } from './search.ts';
import type { Seated } from './seated.ts';
import { solvePartition } from './solve-partition.ts';
import { stageResult } from './stage-result.ts';
import { trivialBound } from './trivial-bound.ts';

/** Stages in order, each by {@link solvePartition}, from an arrangement already found. */
export function byPartition(
  placing: Placing,
  room: RoomGraph,
  found: Seated,
  columns: Columns,
  solver: LinearSolver,
  secondsLeft: () => number,
): Arranged {
  const n = placing.pupils.length;
  let active = Int32Array.from({ length: columns.count }, (_, c) => c);
  let { seated, known } = bestOrder(columns, found, active);
  const kept: Kept[] = [];
  const stages: StageResult[] = [];
  for (let stage = 1; stage < costCount; stage += 1) {
    const trivial = trivialBound(placing, stage);
    const solved = solvePartition(columns, n, active, known, stage, kept, trivial, solver, secondsLeft);
    const next = solved.chosen === known ? null : columns.seat(solved.chosen);
    if (next !== null && compareCosts(next.total, seated.total) < 0) {
      ({ seated, known } = bestOrder(columns, improve(placing, room, next), active));
    }
    const cost = seated.total[stage] ?? 0;
    // What rules columns out is the cost of the arrangement in hand, which may be above one that was not found to fit.
    active = Int32Array.from(solved.within(Math.max(cost, solved.cost)));
    kept.push({ stage, cost });
    stages.push(stageResult(stage, cost, Math.min(cost, solved.bound)));
  }
  return { seated, stages };
}

/** The arrangement with the same columns in their own best order, which can join pupils into other columns: until nothing is gained. */
function bestOrder(
  columns: Columns,
  found: Seated,
  active: Int32Array,
): { seated: Seated; known: readonly number[] } {
  let seated = found;
  for (;;) {
    const known = columns.inUse(seated, active);
    const ordered = columns.seat(known);
    if (ordered === null || compareCosts(ordered.total, seated.total) >= 0) return { seated, known };
    seated = ordered;
  }
}
