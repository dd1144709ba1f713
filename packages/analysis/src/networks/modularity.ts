import { ratio, type Neighbours } from './digraph.ts';
import { sumOfLengths } from './dyads.ts';

/**
 * Modularity times (2e)², e edges: Σ over parts of 2e · (twice the edges inside) − (sum of degrees)². An integer, so
 * that partitions are compared without rounding. Parts are numbered from 0 … n − 1.
 */
export function integerModularity(neighbours: Neighbours, parts: ArrayLike<number>): number {
  const degrees = new Float64Array(neighbours.length);
  let [total, inside, squares] = [0, 0, 0];
  for (let v = 0; v < neighbours.length; v++) {
    const list = neighbours[v]!;
    const part = parts[v]!;
    total += list.length;
    degrees[part]! += list.length;
    for (const w of list) if (parts[w] === part) inside += 1;
  }
  for (const degree of degrees) squares += degree * degree;
  return total * inside - squares;
}

/** Modularity of a partition of an undirected graph (Newman & Girvan 2004). Null without edges. */
export function modularity(neighbours: Neighbours, parts: ArrayLike<number>): number | null {
  return ratio(integerModularity(neighbours, parts), sumOfLengths(neighbours) ** 2);
}
