import { ratio, type Neighbours } from './digraph.ts';
import { sumOfLengths } from './dyads.ts';

/**
 * Modularity times (2e)², e edges: Σ over parts of 2e · (twice the edges inside) − (sum of degrees)². An integer, so
 * that partitions are compared without rounding.
 */
export function integerModularity(neighbours: Neighbours, parts: ArrayLike<number>): number {
  const ends = sumOfLengths(neighbours);
  const degrees = new Map<number, number>();
  let inside = 0;
  neighbours.forEach((list, v) => {
    const part = parts[v]!;
    degrees.set(part, (degrees.get(part) ?? 0) + list.length);
    for (const w of list) if (parts[w] === part) inside += 1;
  });
  return [...degrees.values()].reduce((sum, degree) => sum - degree * degree, ends * inside);
}

/** Modularity of a partition of an undirected graph (Newman & Girvan 2004). Null without edges. */
export function modularity(neighbours: Neighbours, parts: ArrayLike<number>): number | null {
  return ratio(integerModularity(neighbours, parts), sumOfLengths(neighbours) ** 2);
}
