import { flat, type Digraph } from './digraph.ts';

const damping = 0.85;

/**
 * PageRank (Page, Brin, Motwani & Winograd 1999) with damping 0.85: shares that add up to 1. The weight of a vertex
 * without choices, also of a pupil who did not answer, is spread over everybody.
 *
 * What is spread evenly only scales the solution, so x = 1 + damping · (what those who chose a vertex pass on) is
 * solved and divided by its sum (Del Corso, Gullì & Romani 2005).
 */
export function pagerank(graph: Digraph): Float64Array {
  const part = Float64Array.from(graph.out, (list) => (list.length === 0 ? 0 : damping / list.length));
  const rank = graph.n <= largestEliminated ? byElimination(graph, part) : bySweeps(graph, part);
  let sum = 0;
  for (const value of rank) sum += value;
  return rank.map((value) => value / sum);
}

/** Up to this size n³/3 steps of elimination are fewer than about a hundred sweeps over the choices. */
const largestEliminated = 64;

/** Gaussian elimination without pivoting: each column's diagonal, 1, outweighs the rest of it, the damping at most. */
function byElimination({ n, out }: Digraph, part: Float64Array): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let v = 0; v < n; v++) {
    matrix[v * n + v] = 1;
    for (const w of out[v]!) matrix[w * n + v] = -part[v]!;
  }
  const rank = new Float64Array(n).fill(1);
  for (let k = 0; k < n; k++) {
    const pivot = k * n;
    for (let i = k + 1; i < n; i++) {
      const row = i * n;
      if (matrix[row + k] === 0) continue;
      const factor = matrix[row + k]! / matrix[pivot + k]!;
      for (let j = k + 1; j < n; j++) matrix[row + j]! -= factor * matrix[pivot + j]!;
      rank[i]! -= factor * rank[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = rank[i]!;
    for (let j = i + 1; j < n; j++) value -= matrix[i * n + j]! * rank[j]!;
    rank[i] = value / matrix[i * n + i]!;
  }
  return rank;
}

/** Gauss–Seidel: each sweep shrinks the error at least by the damping, so 300 are past the precision of a double. */
function bySweeps({ n, into }: Digraph, part: Float64Array): Float64Array {
  const { first, ends } = flat(into);
  const passedOn = part.slice();
  const rank = new Float64Array(n).fill(1);
  for (let sweep = 0; sweep < 300; sweep++) {
    let [moved, sum] = [0, 0];
    for (let v = 0; v < n; v++) {
      let value = 1;
      for (let e = first[v]!; e < first[v + 1]!; e++) value += passedOn[ends[e]!]!;
      moved += Math.abs(value - rank[v]!);
      sum += value;
      rank[v] = value;
      passedOn[v] = value * part[v]!;
    }
    if (moved <= 1e-14 * sum) break;
  }
  return rank;
}
