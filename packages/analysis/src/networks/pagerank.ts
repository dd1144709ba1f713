import type { Digraph } from './digraph.ts';

const damping = 0.85;

/**
 * PageRank (Page, Brin, Motwani & Winograd 1999) with damping 0.85: shares that add up to 1. The weight of a vertex
 * without choices, also of a pupil who did not answer, is spread over everybody.
 */
export function pagerank(graph: Digraph): Float64Array {
  const { n, out } = graph;
  let rank = new Float64Array(n).fill(1 / n);
  // The error shrinks by the damping each time, so 300 rounds are past the precision of a double.
  for (let round = 0; round < 300; round++) {
    const loose = out.reduce((sum, list, v) => (list.length === 0 ? sum + rank[v]! : sum), 0);
    const next = new Float64Array(n).fill((1 - damping + damping * loose) / n);
    out.forEach((list, v) => {
      for (const w of list) next[w]! += (damping * rank[v]!) / list.length;
    });
    const moved = next.reduce((sum, value, v) => sum + Math.abs(value - rank[v]!), 0);
    rank = next;
    if (moved < 1e-15) break;
  }
  return rank;
}
