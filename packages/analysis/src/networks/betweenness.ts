import type { Digraph } from './digraph.ts';

/**
 * Betweenness along the direction of the choices (Freeman 1977; algorithm Brandes 2001): for each vertex the sum over
 * ordered pairs of others of the share of shortest paths that pass through it. Not normalised; pairs without a path
 * count nothing.
 */
export function betweenness(graph: Digraph): Float64Array {
  const { n, out } = graph;
  const total = new Float64Array(n);
  const distance = new Int32Array(n);
  const paths = new Float64Array(n);
  const share = new Float64Array(n);
  for (let source = 0; source < n; source++) {
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    const order = [source];
    for (const v of order) {
      for (const w of out[v]!) {
        if (distance[w] === -1) {
          distance[w] = distance[v]! + 1;
          order.push(w);
        }
        if (distance[w] === distance[v]! + 1) paths[w]! += paths[v]!;
      }
    }
    for (let at = order.length - 1; at > 0; at--) {
      const v = order[at]!;
      for (const w of out[v]!) {
        if (distance[w] === distance[v]! + 1) share[v]! += (paths[v]! / paths[w]!) * (1 + share[w]!);
      }
      total[v]! += share[v]!;
    }
  }
  return total;
}
