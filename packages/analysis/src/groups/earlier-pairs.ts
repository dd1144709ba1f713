import type { PupilPair } from './wishes.ts';

/** Every two pupils of one group, once for each earlier grouping. */
export function earlierPairsOfGroups(earlier: readonly (readonly (readonly string[])[])[]): PupilPair[] {
  return earlier
    .flat()
    .flatMap((group) => group.flatMap((a, k) => group.slice(k + 1).map((b): PupilPair => [a, b])));
}
