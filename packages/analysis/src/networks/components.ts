import type { Neighbours } from './digraph.ts';

/** For each vertex the number of its part; part 0 is the largest, ties go to the part with the lowest vertex. */
export type Parts = readonly number[];

/** Connected components of an undirected graph. */
export function components(neighbours: Neighbours): Parts {
  const labels = new Int32Array(neighbours.length).fill(-1);
  const reached: number[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (labels[start] !== -1) continue;
    labels[start] = start;
    reached.push(start);
    for (let v = reached.pop(); v !== undefined; v = reached.pop()) {
      for (const w of neighbours[v]!) {
        if (labels[w] !== -1) continue;
        labels[w] = start;
        reached.push(w);
      }
    }
  }
  return numberedBySize(labels);
}

/** The sizes of the parts, largest first. */
export function sizesOf(parts: Parts): number[] {
  const sizes: number[] = [];
  for (const part of parts) sizes[part] = (sizes[part] ?? 0) + 1;
  return sizes;
}

/**
 * Renumbers labels, each from 0 … n − 1, by falling size of their part, then by lowest vertex, so that equal
 * partitions look equal.
 */
export function numberedBySize(labels: ArrayLike<number>): Parts {
  const n = labels.length;
  const size = new Int32Array(n);
  const used: number[] = [];
  for (let v = 0; v < n; v++) if (size[labels[v]!]!++ === 0) used.push(labels[v]!);
  sortByFalling(size, used);
  const number = size;
  for (let part = 0; part < used.length; part++) number[used[part]!] = part;
  const parts = new Array<number>(n);
  for (let v = 0; v < n; v++) parts[v] = number[labels[v]!]!;
  return parts;
}

/** Insertion: stable, so parts of equal size stay in the order of their lowest vertex; quick for the few parts there are. */
function sortByFalling(size: Int32Array, labels: number[]): void {
  for (let i = 1; i < labels.length; i++) {
    const label = labels[i]!;
    let at = i;
    for (; at > 0 && size[labels[at - 1]!]! < size[label]!; at--) labels[at] = labels[at - 1]!;
    labels[at] = label;
  }
}
