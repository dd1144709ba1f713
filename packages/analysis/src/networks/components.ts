import type { Digraph, Neighbours } from './digraph.ts';

/** For each vertex the number of its part; part 0 is the largest, ties go to the part with the lowest vertex. */
export type Parts = readonly number[];

/** Connected components of an undirected graph. */
export function components(neighbours: Neighbours): Parts {
  return partsOf(neighbours.length, (start) => reachableFrom(start, neighbours));
}

/** Strongly connected components: vertices that reach each other along the direction of the choices. */
export function strongComponents(graph: Digraph): Parts {
  return partsOf(graph.n, (start) => {
    const ahead = reachableFrom(start, graph.out);
    return reachableFrom(start, graph.into).map((reached, v) => reached & ahead[v]!);
  });
}

/** The sizes of the parts, largest first. */
export function sizesOf(parts: Parts): number[] {
  const sizes: number[] = [];
  for (const part of parts) sizes[part] = (sizes[part] ?? 0) + 1;
  return sizes;
}

/** Renumbers labels by falling size of their part, then by lowest vertex, so that equal partitions look equal. */
export function numberedBySize(labels: ArrayLike<number>): Parts {
  const members = new Map<number, number[]>();
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    const list = members.get(label);
    if (list === undefined) members.set(label, [v]);
    else list.push(v);
  }
  const parts = new Array<number>(labels.length).fill(0);
  [...members.values()]
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .forEach((list, part) => list.forEach((v) => (parts[v] = part)));
  return parts;
}

function partsOf(n: number, partAround: (start: number) => Uint8Array): Parts {
  const labels = new Int32Array(n).fill(-1);
  for (let start = 0; start < n; start++) {
    if (labels[start] !== -1) continue;
    const part = partAround(start);
    for (let v = 0; v < n; v++) if (part[v] === 1) labels[v] = start;
  }
  return numberedBySize(labels);
}

function reachableFrom(start: number, neighbours: Neighbours): Uint8Array {
  const reached = new Uint8Array(neighbours.length);
  reached[start] = 1;
  const queue = [start];
  for (const v of queue) {
    for (const w of neighbours[v]!) {
      if (reached[w] === 1) continue;
      reached[w] = 1;
      queue.push(w);
    }
  }
  return reached;
}
