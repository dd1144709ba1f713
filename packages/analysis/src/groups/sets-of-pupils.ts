import { costCount, pairCosts } from './costs.ts';
import type { Placing } from './placing.ts';

/**
 * Gives every set of `size` among `candidates` that can be together with nobody else: no two kept apart, everybody with
 * those they are to be with, at most `mostWithout` having nobody wished for. `costs` are those of the set.
 */
export function eachSetTogether(
  placing: Placing,
  candidates: readonly number[],
  size: number,
  mostWithout: number,
  take: (members: readonly number[], costs: Int32Array) => void,
): void {
  const n = placing.pupils.length;
  const { wish, apart, partners } = placing;
  const ofPair = new Int32Array(n * n * costCount);
  for (const i of candidates) {
    for (const j of candidates) ofPair.set(pairCosts(placing, i, j), (i * n + j) * costCount);
  }
  // Costs are kept up to date as members come and go: a row of sums for each number of members.
  const sums = new Int32Array((size + 1) * costCount);
  const fulfilled = new Int32Array(n);
  const members: number[] = [];

  const enter = (i: number): void => {
    const from = members.length * costCount;
    const to = from + costCount;
    sums.copyWithin(to, from, to);
    fulfilled[i] = 0;
    for (const m of members) {
      const pair = (m * n + i) * costCount;
      for (let k = 2; k < costCount; k += 1) sums[to + k] = (sums[to + k] ?? 0) + (ofPair[pair + k] ?? 0);
      fulfilled[m] = (fulfilled[m] ?? 0) + (wish[m * n + i] ?? 0);
      fulfilled[i] = (fulfilled[i] ?? 0) + (wish[i * n + m] ?? 0);
    }
    members.push(i);
  };
  const leave = (): void => {
    const i = members.pop() ?? 0;
    for (const m of members) fulfilled[m] = (fulfilled[m] ?? 0) - (wish[m * n + i] ?? 0);
  };
  const give = (): void => {
    let without = 0;
    for (const m of members) {
      if (fulfilled[m] === 0 && placing.wishes[m]!.length > 0) without += 1;
      for (const partner of partners[m]!) if (!members.includes(partner)) return;
    }
    if (without > mostWithout) return;
    const costs = sums.subarray(size * costCount, (size + 1) * costCount);
    costs[1] = without;
    take(members, costs);
  };
  const extend = (from: number): void => {
    if (members.length === size) return give();
    for (let c = from; c <= candidates.length - (size - members.length); c += 1) {
      const i = candidates[c] ?? 0;
      if (members.some((m) => apart[m * n + i] === 1)) continue;
      enter(i);
      extend(c + 1);
      leave();
    }
  };
  extend(0);
}
