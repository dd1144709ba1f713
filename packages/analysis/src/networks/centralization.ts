import { ratio } from './digraph.ts';
import type { ClassFigures } from './network-description.ts';
import { given, ofEach, received } from './pupil-standing.ts';
import type { SeenGraph } from './seen-graph.ts';

/**
 * Freeman centralisation (Freeman 1979): Σ(max − d) over the vertices, as a share of `largest`, the value of that sum
 * in the most centralised graph. Null when it cannot differ.
 */
export function centralization(values: ArrayLike<number>, largest: number): number | null {
  if (values.length === 0 || largest <= 0) return null;
  const list = Array.from(values);
  const max = list.reduce((a, b) => Math.max(a, b));
  return ratio(
    list.reduce((sum, value) => sum + (max - value), 0),
    largest,
  );
}

/** Centralisation of received choices, of choices given by those who answered, and of betweenness. */
export function centralizations(seen: SeenGraph): ClassFigures['centralization'] {
  const { n } = seen.graph;
  return {
    indegree: centralization(ofEach(seen, received), (n - 1) ** 2),
    // Of r who answered, the most centralised is one who chose all n − 1 and r − 1 who chose nobody.
    outdegree: centralization(
      ofEach(seen, given).filter((count) => count !== null),
      (seen.respondents - 1) * (n - 1),
    ),
    betweenness: centralization(seen.betweenness(), (n - 1) ** 2 * (n - 2)),
  };
}
