import type { ChoiceNetwork } from '../network.ts';

/** For each vertex its neighbours, ascending. */
export type Neighbours = readonly (readonly number[])[];

/**
 * A directed graph on the vertices 0 … n−1 without loops or parallel edges.
 *
 * `has[i·n + j]` is 1 when i chose j. Throughout this folder an index runs over 0 … n−1 or comes from a neighbour
 * list, and the `!` after an element access states that bound.
 */
export type Digraph = {
  readonly n: number;
  readonly has: Uint8Array;
  readonly out: Neighbours;
  readonly into: Neighbours;
  /** i and j are neighbours when each chose the other. */
  readonly mutual: Neighbours;
  /** i and j are neighbours when either chose the other. */
  readonly either: Neighbours;
};

/** The graph of a cleaned network; vertex i is `network.roster[i]`. */
export function digraphOf(network: ChoiceNetwork): Digraph {
  const n = network.roster.length;
  const vertex = new Map(network.roster.map((id, index) => [id, index]));
  const has = new Uint8Array(n * n);
  for (const { from, to } of network.choices) {
    const [i, j] = [vertex.get(from), vertex.get(to)];
    if (i === undefined || j === undefined) throw new RangeError('a choice has an end outside the roster');
    has[i * n + j] = 1;
  }
  return graphFrom(n, has);
}

function graphFrom(n: number, has: Uint8Array): Digraph {
  const empty = (): number[][] => Array.from({ length: n }, () => []);
  const out = empty();
  const into = empty();
  const mutual = empty();
  const either = empty();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const ties = has[i * n + j]! + 2 * has[j * n + i]!;
      if (ties === 0) continue;
      either[i]!.push(j);
      if (ties !== 2) out[i]!.push(j);
      if (ties !== 1) into[i]!.push(j);
      if (ties === 3) mutual[i]!.push(j);
    }
  }
  return { n, has, out, into, mutual, either };
}

/** The subgraph on the vertices marked 1 in `keep`, renumbered in the same order. */
export function inducedSubgraph(graph: Digraph, keep: Uint8Array): Digraph {
  const kept = [...keep.keys()].filter((i) => keep[i] === 1);
  if (kept.length === graph.n) return graph;
  const has = new Uint8Array(kept.length ** 2);
  kept.forEach((i, row) => {
    kept.forEach((j, column) => (has[row * kept.length + column] = graph.has[i * graph.n + j]!));
  });
  return graphFrom(kept.length, has);
}

/** Neighbour lists end to end: those of v are `ends[first[v]]` … `ends[first[v + 1] − 1]`. */
export type FlatNeighbours = { readonly first: Int32Array; readonly ends: Int32Array };

export function flat(neighbours: Neighbours): FlatNeighbours {
  const first = new Int32Array(neighbours.length + 1);
  neighbours.forEach((list, v) => (first[v + 1] = first[v]! + list.length));
  const ends = new Int32Array(first[neighbours.length]!);
  neighbours.forEach((list, v) => ends.set(list, first[v]));
  return { first, ends };
}

/** The ties of an undirected graph, each once as [i, j] with i < j, ascending. */
export const pairsOf = (neighbours: Neighbours): (readonly [number, number])[] =>
  neighbours.flatMap((list, i) => list.filter((j) => j > i).map((j) => [i, j] as const));

/** A quotient, or null where it is undefined. */
export const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;
