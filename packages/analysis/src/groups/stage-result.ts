import { stageValue } from './costs.ts';
import type { Placing } from './placing.ts';
import { stageNames, type StageResult } from './proposal.ts';

/** The result of the stage at place `k` in a row of costs, from its cost and a bound from below. */
export function stageResult(k: number, cost: number, bound: number): StageResult {
  const stage = stageNames[k - 1] ?? 'without';
  const [value, best] = [stageValue(stage, cost), stageValue(stage, bound)];
  return { stage, value, bound: best, gap: Math.abs(value - best) };
}

/** No arrangement costs less in a stage: nobody without, every wish and every mutual wish fulfilled, no repeats. */
export function trivialBound({ pupils, wish, chosenBy }: Placing, stage: number): number {
  const n = pupils.length;
  let most = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const wished = wish[i * n + j] ?? 0;
      if (stage === 2) most += Math.min(wished, wish[j * n + i] ?? 0);
      else if (3 + (chosenBy[i] ?? 0) === stage) most += wished;
    }
  }
  return 0 - most;
}
