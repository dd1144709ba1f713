import type { Neighbours } from './digraph.ts';

/**
 * Cliques in the sense of Luce & Perry (1949): maximal sets of at least three vertices that are all neighbours of each
 * other. Found by Bron & Kerbosch (1973) with pivot; each ascending, the list in lexical order.
 * The number of cliques can grow as 3^(n/3) in graphs far denser than a class.
 */
export function maximalCliques(neighbours: Neighbours): number[][] {
  const sets = neighbours.map((list) => new Set(list));
  const found: number[][] = [];
  const extend = (clique: readonly number[], candidates: number[], excluded: number[]): void => {
    if (candidates.length === 0 && excluded.length === 0) {
      if (clique.length >= 3) found.push([...clique].sort((a, b) => a - b));
      return;
    }
    const pivot = mostTied([...candidates, ...excluded], candidates, sets);
    for (const v of candidates.filter((w) => !sets[pivot]!.has(w))) {
      const near = (w: number): boolean => sets[v]!.has(w);
      extend([...clique, v], candidates.filter(near), excluded.filter(near));
      candidates = candidates.filter((w) => w !== v);
      excluded = [...excluded, v];
    }
  };
  extend([], [...neighbours.keys()], []);
  return found.sort(lexical);
}

function mostTied(
  among: readonly number[],
  candidates: readonly number[],
  sets: readonly ReadonlySet<number>[],
): number {
  let best = among[0]!;
  let most = -1;
  for (const v of among) {
    const ties = candidates.filter((w) => sets[v]!.has(w)).length;
    if (ties > most) [best, most] = [v, ties];
  }
  return best;
}

function lexical(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
