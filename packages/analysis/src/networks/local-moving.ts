import type { FlatNeighbours } from './digraph.ts';

/**
 * An undirected graph with a weight on each end of a tie. `degree[v]` is the weight around v, what was merged into v
 * counted twice; `total` is the sum of all degrees.
 */
export type WeightedGraph = FlatNeighbours & {
  readonly n: number;
  readonly weight: Int32Array;
  readonly degree: Float64Array;
  readonly total: number;
};

/** Sums by label that moving keeps up to date; made once for many moves, with room for every vertex. */
export type MovingSums = {
  readonly degreeOf: Float64Array;
  readonly size: Int32Array;
  /** Zero between moves. */
  readonly weightTo: Float64Array;
};

export const movingSums = (n: number): MovingSums => ({
  degreeOf: new Float64Array(n),
  size: new Int32Array(n),
  weightTo: new Float64Array(n),
});

/**
 * Moves one vertex at a time to the neighbouring part, or to a part of its own, that raises modularity most, until no
 * move does (the first phase of Blondel et al. 2008). `labels` holds numbers below n and is changed in place.
 *
 * Gains are integers. A vertex stays unless it gains strictly; between equal gains the lowest label wins.
 */
export function moveVertices(
  { n, first, ends, weight, degree, total }: WeightedGraph,
  labels: Int32Array,
  order: Int32Array,
  { degreeOf, size, weightTo }: MovingSums,
): boolean {
  degreeOf.fill(0, 0, n);
  size.fill(0, 0, n);
  for (let v = 0; v < n; v++) {
    degreeOf[labels[v]!]! += degree[v]!;
    size[labels[v]!]! += 1;
  }
  let movedAny = false;
  for (let moved = true; moved;) {
    moved = false;
    for (let at = 0; at < n; at++) {
      const v = order[at]!;
      const start = first[v]!;
      const end = first[v + 1]!;
      if (start === end) continue;
      const from = labels[v]!;
      const own = degree[v]!;
      degreeOf[from]! -= own;
      size[from]! -= 1;
      for (let e = start; e < end; e++) weightTo[labels[ends[e]!]!]! += weight[e]!;
      let best = from;
      let most = total * weightTo[from]! - own * degreeOf[from]!;
      if (most < 0) {
        best = size.indexOf(0);
        most = 0;
      }
      for (let e = start; e < end; e++) {
        const label = labels[ends[e]!]!;
        const gain = total * weightTo[label]! - own * degreeOf[label]!;
        if (gain > most || (gain === most && best !== from && label < best)) {
          best = label;
          most = gain;
        }
      }
      for (let e = start; e < end; e++) weightTo[labels[ends[e]!]!] = 0;
      labels[v] = best;
      degreeOf[best]! += own;
      size[best]! += 1;
      if (best !== from) moved = movedAny = true;
    }
  }
  return movedAny;
}
