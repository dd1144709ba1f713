import type { Neighbours } from './digraph.ts';

/** Core numbers (Seidman 1983): the largest k such that the vertex lies in a subgraph where all have k neighbours. */
export function coreNumbers(neighbours: Neighbours): Int32Array {
  const n = neighbours.length;
  const degree = Int32Array.from(neighbours, (list) => list.length);
  const core = new Int32Array(n).fill(-1);
  let level = 0;
  for (let peeled = 0; peeled < n; peeled++) {
    let least = -1;
    for (let v = 0; v < n; v++) {
      if (core[v] === -1 && (least === -1 || degree[v]! < degree[least]!)) least = v;
    }
    level = Math.max(level, degree[least]!);
    core[least] = level;
    for (const w of neighbours[least]!) degree[w]! -= 1;
  }
  return core;
}
