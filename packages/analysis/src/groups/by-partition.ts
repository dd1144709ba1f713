import type { Columns } from './columns.ts';
import type { LinearSolver } from './linear-solver.ts';
import type { Placing } from './placing.ts';
import type { RoomGraph } from './room-graph.ts';
import { improve } from './search.ts';
import { solvePartition } from './solve-partition.ts';
import type { Kept, SolveStage } from './stage-by-stage.ts';
import { trivialBound } from './stage-result.ts';

/** Solves stages by {@link solvePartition}, with the columns that the stages before have not ruled out. */
export function byPartition(
  placing: Placing,
  room: RoomGraph,
  columns: Columns,
  solver: LinearSolver,
  secondsLeft: () => number,
): SolveStage {
  const n = placing.pupils.length;
  const all = Int32Array.from({ length: columns.count }, (_, c) => c);
  // All columns that arrangements with at most these costs can be made up of, the fewest last.
  const ruled: { readonly kept: readonly Kept[]; readonly columns: Int32Array }[] = [];
  return (stage, kept, seated, proven) => {
    const within = (most: readonly Kept[]): boolean =>
      most.every((one) => (kept[one.stage - 1]?.cost ?? Infinity) <= one.cost);
    const from = ruled.findLast((one) => within(one.kept))?.columns ?? all;
    const cost = seated.total[stage] ?? 0;
    const trivial = trivialBound(placing, stage);
    const known = columns.inUse(seated, from);
    if (known === null) return { bound: trivial, other: null };
    const solved = solvePartition(columns, n, from, known, stage, kept, trivial, solver, secondsLeft);
    // What rules columns out is the cost of the arrangement in hand, which may be above one that was not found to fit.
    const most = Math.max(cost, solved.cost);
    ruled.push({ kept: [...kept, { stage, cost: most }], columns: solved.within(most) });
    const other = solved.chosen === known && solved.cost >= cost ? null : columns.seat(solved.chosen);
    return {
      // Where only best orders are listed, another may be as good in a stage not proven and better in this.
      bound: proven || !columns.bestOrdersOnly ? solved.bound : trivial,
      other: other === null ? null : improve(placing, room, other, secondsLeft),
    };
  };
}
