import { ratio, type Digraph, type Neighbours } from './digraph.ts';

export type Transitivity = {
  /** Share of the two-step paths i→j→k (i ≠ k) that are closed by i→k; null without such paths. */
  readonly directedWeak: number | null;
  readonly transitiveTriples: number;
  readonly twoPaths: number;
  /** Three times the triangles over the connected triples of the mutual graph; null without such triples. */
  readonly undirectedMutual: number | null;
};

/** Transitivity of the choices and of the mutual ties (Wasserman & Faust 1994, ch. 6). */
export function transitivity(graph: Digraph): Transitivity {
  let transitiveTriples = 0;
  let twoPaths = 0;
  for (let i = 0; i < graph.n; i++) {
    for (const j of graph.out[i]!) {
      for (const k of graph.out[j]!) {
        if (k === i) continue;
        twoPaths += 1;
        transitiveTriples += graph.has[i * graph.n + k]!;
      }
    }
  }
  return {
    directedWeak: ratio(transitiveTriples, twoPaths),
    transitiveTriples,
    twoPaths,
    undirectedMutual: undirectedTransitivity(graph.mutual),
  };
}

/** Three times the triangles over the connected triples of an undirected graph; null without such triples. */
export function undirectedTransitivity(neighbours: Neighbours): number | null {
  const connected = neighbours.reduce((sum, list) => sum + (list.length * (list.length - 1)) / 2, 0);
  return ratio(3 * triangles(neighbours), connected);
}

/** The number of triangles of an undirected graph. */
export function triangles(neighbours: Neighbours): number {
  const tiedTo = new Int32Array(neighbours.length).fill(-1);
  let count = 0;
  neighbours.forEach((list, i) => {
    for (const j of list) tiedTo[j] = i;
    for (const j of list) {
      if (j < i) continue;
      for (const k of neighbours[j]!) if (k > j && tiedTo[k] === i) count += 1;
    }
  });
  return count;
}
