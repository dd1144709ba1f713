import type { Neighbours } from './digraph.ts';

/**
 * Cliques in the sense of Luce & Perry (1949): maximal sets of at least three vertices that are all neighbours of each
 * other. Found by Bron & Kerbosch (1973) with pivot, around one vertex at a time; each ascending, the list in lexical
 * order. The number of cliques can grow as 3^(n/3) in graphs far denser than a class.
 */
export function maximalCliques(neighbours: Neighbours): number[][] {
  const n = neighbours.length;
  const tied = new Uint8Array(n * n);
  neighbours.forEach((list, v) => list.forEach((w) => (tied[v * n + w] = 1)));
  const found: number[][] = [];
  const extend = (clique: readonly number[], candidates: number[], excluded: number[]): void => {
    if (candidates.length === 0) {
      if (excluded.length === 0 && clique.length >= 3) found.push([...clique].sort((a, b) => a - b));
      return;
    }
    const pivot = mostTied(candidates, excluded, tied, n);
    for (const v of candidates) {
      if (tied[pivot * n + v] === 1) continue;
      const near = (w: number): boolean => tied[v * n + w] === 1;
      extend([...clique, v], candidates.filter(near), excluded.filter(near));
      candidates = candidates.filter((w) => w !== v);
      excluded = [...excluded, v];
    }
  };
  neighbours.forEach((list, v) => {
    if (list.length < 2) return;
    extend(
      [v],
      list.filter((w) => w > v),
      list.filter((w) => w < v),
    );
  });
  return found.sort(lexical);
}

/** The vertex of either list with most ties into `candidates`. */
function mostTied(
  candidates: readonly number[],
  excluded: readonly number[],
  tied: Uint8Array,
  n: number,
): number {
  let best = candidates[0]!;
  let most = -1;
  for (const list of [candidates, excluded]) {
    for (const v of list) {
      let ties = 0;
      for (const w of candidates) ties += tied[v * n + w]!;
      if (ties > most) [best, most] = [v, ties];
    }
  }
  return best;
}

function lexical(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
