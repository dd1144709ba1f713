import type { Choice } from '../network.ts';

/** A tie between the pupils with these places in the sorted list; one-way ties run from `from` to `to`. */
export type TiePair = { readonly from: number; readonly to: number; readonly mutual: boolean };

/** Ascending by code unit: the same order on every machine, whatever its locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Gathers choices into one tie per pair of pupils, mutual where both chose. Choices of oneself, repeated choices and
 * choices by or of someone not in `ids` are ignored. The answer is sorted, so the order of `choices` does not matter.
 */
export function tiePairs(ids: readonly string[], choices: readonly Choice[]): TiePair[] {
  const n = ids.length;
  const place = new Map(ids.map((id, index) => [id, index]));
  const chosen = new Set<number>();
  for (const choice of choices) {
    const from = place.get(choice.from);
    const to = place.get(choice.to);
    if (from !== undefined && to !== undefined && from !== to) chosen.add(from * n + to);
  }
  const ties: TiePair[] = [];
  for (const key of [...chosen].sort((a, b) => a - b)) {
    const from = Math.floor(key / n);
    const to = key % n;
    const mutual = chosen.has(to * n + from);
    if (!mutual || from < to) ties.push({ from, to, mutual });
  }
  return ties;
}

/** A tie between the pupils with these ids; one-way ties run from `from` to `to`. */
export type Tie = { readonly from: string; readonly to: string; readonly mutual: boolean };

export const withIds = (ids: readonly string[], ties: readonly TiePair[]): Tie[] =>
  ties.map(({ from, to, mutual }) => ({ from: ids[from] ?? '', to: ids[to] ?? '', mutual }));

/** The ties of {@link tiePairs}, by id. */
export const tiesBetween = (ids: readonly string[], choices: readonly Choice[]): Tie[] =>
  withIds(ids, tiePairs(ids, choices));

/** Where ties are this many the lines cover the picture, and nothing is gained by sorting them out. */
export function mayUntangle(ties: readonly TiePair[]): boolean {
  return ties.length <= 5000;
}
