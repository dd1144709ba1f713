import { flat, type Digraph } from './digraph.ts';

/**
 * Betweenness along the direction of the choices (Freeman 1977; algorithm Brandes 2001): for each vertex the sum over
 * ordered pairs of others of the share of shortest paths that pass through it. Not normalised; pairs without a path
 * count nothing.
 */
export function betweenness({ n, out }: Digraph): Float64Array {
  const { first, ends } = flat(out);
  const total = new Float64Array(n);
  const distance = new Int32Array(n);
  const paths = new Float64Array(n);
  const share = new Float64Array(n);
  const order = new Int32Array(n);
  // The choices on shortest paths from the source, in the order they are met.
  const tails = new Int32Array(ends.length);
  const heads = new Int32Array(ends.length);
  for (let source = 0; source < n; source++) {
    if (first[source] === first[source + 1]) continue;
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    let steps = 0;
    for (let at = 0; at < reached; at++) {
      const v = order[at]!;
      const next = distance[v]! + 1;
      const arriving = paths[v]!;
      const end = first[v + 1]!;
      for (let e = first[v]!; e < end; e++) {
        const w = ends[e]!;
        if (distance[w] === -1) {
          distance[w] = next;
          order[reached++] = w;
        } else if (distance[w] !== next) continue;
        paths[w]! += arriving;
        tails[steps] = v;
        heads[steps++] = w;
      }
    }
    while (steps > 0) {
      const v = tails[--steps]!;
      const w = heads[steps]!;
      share[v]! += (paths[v]! / paths[w]!) * (1 + share[w]!);
    }
    for (let at = 1; at < reached; at++) total[order[at]!]! += share[order[at]!]!;
  }
  return total;
}
