import type { Columns } from './columns.ts';
import { costCount, costStep } from './costs.ts';
import type { LinearSolver } from './linear-solver.ts';
import { partitionProgramme } from './partition-programme.ts';
import { priceColumns, type Prices } from './price-columns.ts';
import type { Kept } from './stage-by-stage.ts';

export type PartitionStage = {
  /** Columns of the best arrangement found. */
  readonly chosen: readonly number[];
  readonly cost: number;
  readonly bound: number;
  /** The columns that can be in an arrangement of at most this cost. */
  readonly within: (cost: number) => Int32Array;
};

const tolerance = 1e-6;
/** With more columns than this the integer programme runs past a limit of two seconds before it has begun to search. */
const mostForInteger = 15_000;

/**
 * The least cost of one stage over all partitions into columns, the earlier stages keeping theirs, starting from a
 * known partition. Costs are whole multiples of the stage's step.
 *
 * The linear relaxation is solved by generating columns, pricing all of them each time. Its dual values bound the cost
 * from below, and rule out every column whose reduced cost is above the distance between that bound and the best known
 * (reduced-cost fixing); what is left goes to an integer programme that asks for anything better.
 *
 * @param secondsLeft asked before each step; at 0 the bound so far is given.
 */
export function solvePartition(
  columns: Columns,
  n: number,
  active: Int32Array,
  known: readonly number[],
  stage: number,
  kept: readonly Kept[],
  trivialBound: number,
  solver: LinearSolver,
  secondsLeft: () => number,
): PartitionStage {
  const costOf = (list: readonly number[]): number =>
    list.reduce((sum, column) => sum + (columns.costs[column * costCount + stage] ?? 0), 0);
  const step = costStep(stage);
  let chosen = known;
  let cost = costOf(known);
  if (cost === trivialBound) return { chosen, cost, bound: cost, within: freeOf(columns, active, stage) };

  const inMaster = new Set(known);
  let bound = trivialBound;
  let prices: Prices | null = null;
  while (secondsLeft() > 0) {
    const master = [...inMaster];
    const lp = partitionProgramme(columns, master, n, stage, kept, false);
    const solution = solver(lp, { seconds: secondsLeft(), integer: false });
    if (solution.status !== 'optimal') break;
    const next = priceColumns(columns, n, active, stage, kept, solution.duals);
    const whole = step * Math.ceil((next.bound - tolerance) / step);
    if (prices === null || next.bound > prices.bound) prices = next;
    bound = Math.max(bound, whole);
    let added = 0;
    for (const column of next.attractive) {
      if (!inMaster.has(column)) added += 1;
      inMaster.add(column);
    }
    if (added === 0) break;
  }
  if (prices !== null && bound < cost && secondsLeft() > 0) {
    const promising = prices.within(cost - step);
    if (promising.length <= mostForInteger) {
      const better = partitionProgramme(
        columns,
        promising,
        n,
        stage,
        [...kept, { stage, cost: cost - step }],
        true,
      );
      const solution = solver(better, { seconds: secondsLeft(), integer: true });
      if (solution.status === 'optimal') {
        chosen = [...promising].filter((column) => (solution.values[`c${column}`] ?? 0) > 0.5);
        cost = costOf(chosen);
      }
      if (solution.status !== 'limit') bound = cost;
    }
  }
  return { chosen, cost, bound, within: prices?.within ?? (() => active) };
}

/** Where no column costs less than 0, those that cost something are in no arrangement that costs nothing. */
function freeOf(columns: Columns, active: Int32Array, stage: number): PartitionStage['within'] {
  const costs = active.map((column) => columns.costs[column * costCount + stage] ?? 0);
  return (cost) =>
    cost === 0 && costs.every((one) => one >= 0) ? active.filter((_, a) => costs[a] === 0) : active;
}
