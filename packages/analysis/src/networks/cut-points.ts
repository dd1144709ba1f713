import type { Neighbours } from './digraph.ts';

export type CutPoints = {
  /** 1 for a vertex whose removal splits its component. */
  readonly articulation: Uint8Array;
  /** Edges [i, j], i < j, whose removal splits their component, ascending. */
  readonly bridges: readonly (readonly [number, number])[];
};

/** Articulation points and bridges of an undirected graph by low points (Hopcroft & Tarjan 1973), without recursion. */
export function cutPoints(neighbours: Neighbours): CutPoints {
  const n = neighbours.length;
  const articulation = new Uint8Array(n);
  const bridges: [number, number][] = [];
  const entered = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const next = new Int32Array(n);
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root] !== -1) continue;
    let rootChildren = 0;
    entered[root] = low[root] = clock++;
    const path = [root];
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      const w = neighbours[v]![next[v]!++];
      if (w !== undefined) {
        if (entered[w] === -1) {
          parent[w] = v;
          entered[w] = low[w] = clock++;
          path.push(w);
        } else if (w !== parent[v]) {
          low[v] = Math.min(low[v]!, entered[w]!);
        }
        continue;
      }
      path.pop();
      const above = parent[v]!;
      if (above === -1) continue;
      low[above] = Math.min(low[above]!, low[v]!);
      if (low[v]! > entered[above]!) bridges.push(above < v ? [above, v] : [v, above]);
      if (above === root) rootChildren += 1;
      else if (low[v]! >= entered[above]!) articulation[above] = 1;
    }
    if (rootChildren > 1) articulation[root] = 1;
  }
  return { articulation, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}
