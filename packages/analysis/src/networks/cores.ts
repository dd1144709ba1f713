import type { Neighbours } from './digraph.ts';

/**
 * Core numbers (Seidman 1983): the largest k such that the vertex lies in a subgraph where all have k neighbours.
 * Level by level, vertices with no more neighbours left than the level are peeled off.
 */
export function coreNumbers(neighbours: Neighbours): Int32Array {
  const n = neighbours.length;
  const left = Int32Array.from(neighbours, (list) => list.length);
  const core = new Int32Array(n).fill(-1);
  const peeling: number[] = [];
  let peeled = 0;
  for (let level = 0; peeled < n; level++) {
    for (let v = 0; v < n; v++) if (core[v] === -1 && left[v]! <= level) peeling.push(v);
    for (let v = peeling.pop(); v !== undefined; v = peeling.pop()) {
      if (core[v] !== -1) continue;
      core[v] = level;
      peeled += 1;
      for (const w of neighbours[v]!) {
        left[w]! -= 1;
        if (left[w] === level) peeling.push(w);
      }
    }
  }
  return core;
}
