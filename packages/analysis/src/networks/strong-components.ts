import { numberedBySize, type Parts } from './components.ts';
import type { Neighbours } from './digraph.ts';

/**
 * Strongly connected components: vertices that reach each other along the direction of the choices, found by low
 * points (Tarjan 1972), without recursion. `out` holds whom each chose.
 */
export function strongComponents(out: Neighbours): Parts {
  const n = out.length;
  const labels = new Int32Array(n).fill(-1);
  const entered = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const next = new Int32Array(n);
  const open: number[] = [];
  const path: number[] = [];
  let clock = 0;
  const enter = (v: number): void => {
    entered[v] = low[v] = clock++;
    open.push(v);
    path.push(v);
  };
  for (let root = 0; root < n; root++) {
    if (entered[root] === -1) enter(root);
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      const w = out[v]![next[v]!++];
      if (w !== undefined) {
        if (entered[w] === -1) enter(w);
        else if (labels[w] === -1) low[v] = Math.min(low[v]!, entered[w]!);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) low[above] = Math.min(low[above]!, low[v]!);
      if (low[v] !== entered[v]) continue;
      for (let member = -1; member !== v; labels[member] = v) member = open.pop()!;
    }
  }
  return numberedBySize(labels);
}
