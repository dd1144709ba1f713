import { stageValue } from './costs.ts';
import { stageNames, type StageResult } from './proposal.ts';

/** The result of the stage at place `k` in a row of costs, from its cost and a bound from below. */
export function stageResult(k: number, cost: number, bound: number): StageResult {
  const stage = stageNames[k - 1] ?? 'without';
  const [value, best] = [stageValue(stage, cost), stageValue(stage, bound)];
  return { stage, value, bound: best, gap: Math.abs(value - best) };
}
