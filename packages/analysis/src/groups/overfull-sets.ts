import type { PairModel } from './pair-model.ts';

/** At most so many of these pairs can be together. */
export type Cut = { readonly pairs: readonly number[]; readonly most: number };

/** Sets of pupils joined by the chosen pairs that hold more of them than the room has between so many seats. */
export function overfullSets({ placing, pairs, mostAmong }: PairModel, chosen: readonly number[]): Cut[] {
  const setOf = placing.pupils.map((_, i) => [i]);
  for (const e of chosen) {
    const { i = 0, j = 0 } = pairs[e] ?? {};
    const [one = [], other = []] = [setOf[i], setOf[j]];
    if (one === other) continue;
    one.push(...other);
    for (const pupil of other) setOf[pupil] = one;
  }
  const inside = (set: readonly number[], e: number): boolean =>
    setOf[pairs[e]?.i ?? 0] === set && setOf[pairs[e]?.j ?? 0] === set;
  return [...new Set(setOf)].flatMap((set) => {
    const most = mostAmong[set.length] ?? Infinity;
    if (chosen.filter((e) => inside(set, e)).length <= most) return [];
    return [{ pairs: pairs.flatMap((_, e) => (inside(set, e) ? [e] : [])), most }];
  });
}
