import { compareCosts, costCount } from './costs.ts';
import type { StageResult } from './proposal.ts';
import type { Seated } from './seated.ts';
import { stageResult } from './stage-result.ts';

export type Arranged = { readonly seated: Seated; readonly stages: readonly StageResult[] };

/** An earlier stage that must stay at most at a cost. */
export type Kept = { readonly stage: number; readonly cost: number };

/**
 * A bound from below on the cost of one stage, earlier ones keeping theirs, and an arrangement that may be better than
 * the one in hand. `proven`: the earlier costs are known to be the least.
 */
export type SolveStage = (
  stage: number,
  kept: readonly Kept[],
  seated: Seated,
  proven: boolean,
) => { readonly bound: number; readonly other: Seated | null };

/**
 * Stages in order, each with a bound, the best arrangement met being kept. A stage keeps the costs of all before it as
 * constraints, so the order of the stages holds exactly and no weights are needed. A bound is for arrangements as good
 * before it: when an earlier stage turns out to be better, those after it are solved anew.
 */
export function stageByStage(found: Seated, solve: SolveStage): Arranged {
  let seated = found;
  let bounds: number[] = [];
  for (let stage = 1; stage < costCount; stage += 1) {
    const kept = bounds.map((_, s) => ({ stage: s + 1, cost: seated.total[s + 1] ?? 0 }));
    const proven = kept.every(({ cost }, s) => (bounds[s] ?? -Infinity) >= cost);
    const { bound, other } = solve(stage, kept, seated, proven);
    bounds.push(bound);
    if (other === null || compareCosts(other.total, seated.total) >= 0) continue;
    const changed = other.total.findIndex((cost, k) => cost !== seated.total[k]);
    seated = other;
    bounds = bounds.slice(0, changed);
    stage = Math.min(stage, changed);
  }
  return {
    seated,
    stages: bounds.map((bound, s) => {
      const cost = seated.total[s + 1] ?? 0;
      return stageResult(s + 1, cost, Math.min(cost, bound));
    }),
  };
}

/** The higher of two bounds, the second asked for, from the better arrangement, only where the first leaves the stage open. */
export function firstThen(first: SolveStage, second: SolveStage): SolveStage {
  return (stage, kept, seated, proven) => {
    const one = first(stage, kept, seated, proven);
    const order = one.other === null ? 0 : compareCosts(one.other.total, seated.total);
    const better = order < 0 && one.other !== null ? one.other : seated;
    const inEarlier = kept.some(({ stage: earlier, cost }) => better.total[earlier] !== cost);
    if (inEarlier || one.bound >= (better.total[stage] ?? 0)) return { ...one, other: better };
    const two = second(stage, kept, better, proven);
    const best = two.other !== null && compareCosts(two.other.total, better.total) < 0 ? two.other : better;
    return { bound: Math.max(one.bound, two.bound), other: best };
  };
}
