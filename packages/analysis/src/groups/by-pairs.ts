import type { LinearSolver } from './linear-solver.ts';
import { pairModel, type PairModel } from './pair-model.ts';
import { overfullSets, pairStage, type Cut } from './pair-programme.ts';
import type { Placing } from './placing.ts';
import { partsOf, type RoomGraph } from './room-graph.ts';
import { improve } from './search.ts';
import { seatFragments } from './seat-fragments.ts';
import { Seated } from './seated.ts';
import type { Kept, SolveStage } from './stage-by-stage.ts';
import { trivialBound } from './stage-result.ts';

/** Solves stages by {@link boundByPairs}, whose solutions also start the search anew. */
export function byPairs(
  placing: Placing,
  room: RoomGraph,
  solver: LinearSolver,
  secondsLeft: () => number,
): SolveStage {
  const model = pairModel(placing, room);
  const parts = partsOf(room);
  const cuts: Cut[] = [];
  return (stage, kept, seated) => {
    const cost = seated.total[stage] ?? 0;
    const trivial = trivialBound(placing, stage);
    if (cost === trivial) return { bound: trivial, other: null };
    // Half of the time left, so that something is left for the stages to come.
    const later = secondsLeft() / 2;
    const { bound, pairs } = boundByPairs(
      model,
      stage,
      kept,
      trivial,
      cuts,
      solver,
      () => secondsLeft() - later,
    );
    if (bound >= cost || pairs.length === 0) return { bound, other: null };
    const together = pairs.map((e) => model.pairs[e]!);
    const start = seatFragments(placing, room, parts, together);
    const other = start === null ? null : new Seated(placing, room, start);
    return { bound, other: other === null ? null : improve(placing, room, other, secondsLeft) };
  };
}

type PairBound = {
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
function boundByPairs(
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
