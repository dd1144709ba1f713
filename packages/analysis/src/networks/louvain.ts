import { numberedBySize, type Parts } from './components.ts';
import { flat, type FlatNeighbours, type Neighbours } from './digraph.ts';
import { moveVertices, movingSums, type WeightedGraph } from './local-moving.ts';

/** Improves a partition, given by labels below n, moving vertices in the given order. Changes the labels in place. */
export type Louvain = (labels: Int32Array, order: Int32Array) => Int32Array;

/**
 * The Louvain method (Blondel et al. 2008) on an undirected graph: vertices move one at a time, then whole parts, then
 * vertices again, until no move raises modularity.
 */
export function louvainOn(neighbours: Neighbours): Louvain {
  const graph = unweighted(neighbours);
  const sums = movingSums(graph.n);
  const alone = Int32Array.from(neighbours.keys());
  return (labels, order) => {
    while (moveVertices(graph, labels, order, sums)) {
      // Whole parts move next; vertices are then free to move again, which repairs early mistakes.
      for (let merged = true; merged;) {
        const parts = numberedBySize(labels);
        const whole = aggregated(graph, parts);
        const labelOf = alone.slice(0, whole.n);
        merged = moveVertices(whole, labelOf, alone, sums);
        for (let v = 0; v < labels.length; v++) labels[v] = labelOf[parts[v]!]!;
      }
    }
    return labels;
  };
}

function unweighted(neighbours: Neighbours): WeightedGraph {
  const { first, ends } = flat(neighbours);
  const degree = Float64Array.from(neighbours, (list) => list.length);
  return {
    n: neighbours.length,
    first,
    ends,
    weight: new Int32Array(ends.length).fill(1),
    degree,
    total: ends.length,
  };
}

/** The graph whose vertices are the parts, with the ties between two parts as one. */
function aggregated(graph: WeightedGraph, parts: Parts): WeightedGraph {
  const n = countOf(parts);
  const members = membersOf(parts, n);
  const degree = new Float64Array(n);
  const first = new Int32Array(n + 1);
  const ends = new Int32Array(graph.ends.length);
  const weight = new Int32Array(graph.ends.length);
  // Where the tie from the part at hand to another stands; what earlier parts left lies before `first[part]`.
  const place = new Int32Array(n).fill(-1);
  let at = 0;
  for (let part = 0; part < n; part++) {
    for (let m = members.first[part]!; m < members.first[part + 1]!; m++) {
      const v = members.ends[m]!;
      degree[part]! += graph.degree[v]!;
      for (let e = graph.first[v]!; e < graph.first[v + 1]!; e++) {
        const other = parts[graph.ends[e]!]!;
        if (other === part) continue;
        if (place[other]! < first[part]!) {
          place[other] = at;
          ends[at++] = other;
        }
        weight[place[other]!]! += graph.weight[e]!;
      }
    }
    first[part + 1] = at;
  }
  return { n, first, ends, weight, degree, total: graph.total };
}

/** The vertices of each of `n` parts, end to end. */
function membersOf(parts: Parts, n: number): FlatNeighbours {
  const first = new Int32Array(n + 1);
  for (const part of parts) first[part + 1]! += 1;
  for (let part = 0; part < n; part++) first[part + 1]! += first[part]!;
  const next = first.slice();
  const ends = new Int32Array(parts.length);
  for (let v = 0; v < parts.length; v++) ends[next[parts[v]!]!++] = v;
  return { first, ends };
}

/** The number of parts, which are numbered from 0. */
export const countOf = (parts: Parts): number => parts.reduce((most, part) => Math.max(most, part + 1), 0);
