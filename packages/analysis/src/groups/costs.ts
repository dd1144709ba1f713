import type { Placing } from './placing.ts';
import { stageNames, type StageName, type StageValues } from './proposal.ts';

/** Places in a row of costs: broken demands first, then the stages in order. */
export const costCount = 1 + stageNames.length;

/**
 * Writes what pupil `i` adds to the costs of an arrangement when the pupils `near` are together with it (−1: an empty
 * seat). All are to be small: what is good counts below 0. Broken pairs, mutual wishes and repeats are counted from
 * both ends, so a sum over all pupils holds them twice.
 */
export function writeCosts(
  placing: Placing,
  i: number,
  near: ArrayLike<number>,
  out: Int32Array,
  at: number,
): void {
  const n = placing.pupils.length;
  const { wish, earlier, apart } = placing;
  let [mutual, fulfilled, repeats, broken] = [0, 0, 0, placing.partners[i]!.length];
  for (let k = 0; k < near.length; k += 1) {
    const j = near[k]!;
    if (j < 0) continue;
    const wished = wish[i * n + j] ?? 0;
    fulfilled += wished;
    if (wished > 0) mutual += Math.min(wished, wish[j * n + i] ?? 0);
    repeats += earlier[i * n + j] ?? 0;
    broken += apart[i * n + j] ?? 0;
    if (broken > 0 && placing.partners[i]!.includes(j)) broken -= 1;
  }
  out.fill(0, at, at + costCount);
  out[at] = broken;
  out[at + 1] = fulfilled === 0 && placing.wishes[i]!.length > 0 ? 1 : 0;
  out[at + 2] = -mutual;
  out[at + 3 + (placing.chosenBy[i] ?? 0)] = -fulfilled;
  out[at + 7] = repeats;
}

/** What two different pupils add to the costs by being together, from both ends; `without` is not a sum over pairs and stays 0. */
export function pairCosts({ pupils, wish, chosenBy, earlier }: Placing, i: number, j: number): number[] {
  const n = pupils.length;
  const costs = Array.from({ length: costCount }, () => 0);
  const [there, back] = [wish[i * n + j] ?? 0, wish[j * n + i] ?? 0];
  const add = (place: number, amount: number): void => {
    costs[place] = (costs[place] ?? 0) + amount;
  };
  add(2, -2 * Math.min(there, back));
  add(3 + (chosenBy[i] ?? 0), -there);
  add(3 + (chosenBy[j] ?? 0), -back);
  add(7, 2 * (earlier[i * n + j] ?? 0));
  return costs;
}

const twice: ReadonlySet<StageName> = new Set(['mutual', 'repeats']);

/** Costs of the stage at place `k` are whole multiples of this, being counted from both ends of a pair or from one. */
export const costStep = (k: number): number => (twice.has(stageNames[k - 1] ?? 'without') ? 2 : 1);

/** The value of a stage, as it is read, from a sum of costs over pupils. */
export function stageValue(stage: StageName, cost: number): number {
  // Adding 0 turns −0 into 0.
  return Math.abs(twice.has(stage) ? cost / 2 : cost) + 0;
}

export function stageValues(costs: ArrayLike<number>): StageValues {
  const value = (stage: StageName): number => stageValue(stage, costs[1 + stageNames.indexOf(stage)] ?? 0);
  return {
    without: value('without'),
    mutual: value('mutual'),
    wishesOfUnchosen: value('wishesOfUnchosen'),
    wishesOfChosenOnce: value('wishesOfChosenOnce'),
    wishesOfChosenTwice: value('wishesOfChosenTwice'),
    wishesOfOthers: value('wishesOfOthers'),
    repeats: value('repeats'),
  };
}

/** Below 0 when the first row of costs is the better in the first place where they differ. */
export function compareCosts(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let k = 0; k < a.length; k += 1) {
    const difference = (a[k] ?? 0) - (b[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
