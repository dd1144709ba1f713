import type { Arranged } from './arrange.ts';
import { boundByPairs } from './bound-by-pairs.ts';
import { compareCosts, costCount } from './costs.ts';
import type { LinearSolver } from './linear-solver.ts';
import type { Cut } from './overfull-sets.ts';
import { pairModel } from './pair-model.ts';
import type { Placing } from './placing.ts';
import { partsOf, type RoomGraph } from './room-graph.ts';
import { improve } from './search.ts';
import { seatFragments } from './seat-fragments.ts';
import { Seated } from './seated.ts';
import { stageResult } from './stage-result.ts';
import { trivialBound } from './trivial-bound.ts';

/** Stages in order, each by {@link boundByPairs}, whose solutions also start the search anew. */
export function byPairs(
  placing: Placing,
  room: RoomGraph,
  found: Seated,
  solver: LinearSolver,
  secondsLeft: () => number,
): Arranged {
  const model = pairModel(placing, room);
  const parts = partsOf(room);
  const cuts: Cut[] = [];
  let seated = found;
  let bounds: number[] = [];
  for (let stage = 1; stage < costCount; stage += 1) {
    const kept = bounds.map((_, s) => ({ stage: s + 1, cost: seated.total[s + 1] ?? 0 }));
    const trivial = trivialBound(placing, stage);
    if (seated.total[stage] === trivial) {
      bounds.push(trivial);
      continue;
    }
    const { bound, pairs } = boundByPairs(model, stage, kept, trivial, cuts, solver, secondsLeft);
    bounds.push(bound);
    if (bound >= (seated.total[stage] ?? 0) || pairs.length === 0) continue;
    const together = pairs.flatMap((e) => model.pairs[e] ?? []);
    const start = seatFragments(placing, room, parts, together);
    if (start === null) continue;
    const other = improve(placing, room, new Seated(placing, room, start));
    if (compareCosts(other.total, seated.total) >= 0) continue;
    // A bound holds for arrangements as good before it: those up to the first difference stand, later ones are sought anew.
    const changed = other.total.findIndex((cost, s) => cost !== seated.total[s]);
    seated = other;
    if (changed < stage) {
      bounds = bounds.slice(0, changed);
      stage = changed;
    }
  }
  return { seated, stages: bounds.map((bound, s) => stageResult(s + 1, seated.total[s + 1] ?? 0, bound)) };
}
