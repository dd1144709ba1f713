import { pairStage } from './pair-programme.ts';
import type { PairModel } from './pair-model.ts';
import { overfullSets, type Cut } from './overfull-sets.ts';
import type { Kept } from './partition-programme.ts';
import type { LinearSolver } from './linear-solver.ts';

export type PairBound = {
  readonly bound: number;
  /** The pairs together in the solution of the relaxation, as places in the model's list. */
  readonly pairs: readonly number[];
};

/**
 * A bound from below on the cost of one stage: choose which pairs that wish for each other are together, each pupil
 * having no more than it can have beside it, earlier stages keeping their costs. That the pairs fit in the room is
 * asked for only where a solution shows that they do not: a set of pupils with more pairs together than the
 * room has between so many seats is cut off, and the programme solved again. `cuts` are added to, for later stages.
 */
export function boundByPairs(
  model: PairModel,
  stage: number,
  kept: readonly Kept[],
  trivialBound: number,
  cuts: Cut[],
  solver: LinearSolver,
  secondsLeft: () => number,
): PairBound {
  let result: PairBound = { bound: trivialBound, pairs: [] };
  for (let round = 0; round < 60 && secondsLeft() > 0; round += 1) {
    const solution = solver(pairStage(model, stage, kept, cuts), { seconds: secondsLeft(), integer: true });
    if (solution.status !== 'optimal') break;
    const pairs = model.pairs.flatMap((_, e) => ((solution.values[`e${e}`] ?? 0) > 0.5 ? [e] : []));
    const cost = model.costOf(stage, pairs);
    result = { bound: Math.max(trivialBound, cost), pairs };
    const found = overfullSets(model, pairs);
    if (found.length === 0) break;
    cuts.push(...found);
  }
  return result;
}
