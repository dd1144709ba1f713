import { ratio } from './digraph.ts';

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
