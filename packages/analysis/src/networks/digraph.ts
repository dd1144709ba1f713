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
  const chose = (i: number, j: number): boolean => has[i * n + j] === 1;
  return {
    n,
    has,
    out: neighboursWhere(n, chose),
    into: neighboursWhere(n, (i, j) => chose(j, i)),
    mutual: neighboursWhere(n, (i, j) => chose(i, j) && chose(j, i)),
    either: neighboursWhere(n, (i, j) => chose(i, j) || chose(j, i)),
  };
}

function neighboursWhere(n: number, tied: (i: number, j: number) => boolean): Neighbours {
  return Array.from({ length: n }, (_, i) => {
    const list: number[] = [];
    for (let j = 0; j < n; j++) if (tied(i, j)) list.push(j);
    return list;
  });
}

/** The subgraph on the vertices marked 1 in `keep`, renumbered in the same order. */
export function inducedSubgraph(graph: Digraph, keep: Uint8Array): Digraph {
  const kept = [...keep.keys()].filter((i) => keep[i] === 1);
  const roster = kept.map(String);
  const choices = kept.flatMap((i) =>
    graph.out[i]!.filter((j) => keep[j] === 1).map((j) => ({ from: String(i), to: String(j) })),
  );
  return digraphOf({ roster, respondents: roster, choices });
}

/** A quotient, or null where it is undefined. */
export const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;
