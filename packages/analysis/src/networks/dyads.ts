import { ratio, type Digraph } from './digraph.ts';

/** Pairs of pupils by how many of the two chose the other. */
export type DyadCensus = { readonly mutual: number; readonly asymmetric: number; readonly null: number };

/** The dyad census M, A, N (Holland & Leinhardt 1970). The three add up to n(n−1)/2. */
export function dyadCensus(graph: Digraph): DyadCensus {
  const mutual = sumOfLengths(graph.mutual) / 2;
  const asymmetric = sumOfLengths(graph.either) / 2 - mutual;
  const pairs = graph.n === 0 ? 0 : (graph.n * (graph.n - 1)) / 2;
  return { mutual, asymmetric, null: pairs - mutual - asymmetric };
}

/**
 * Reciprocity: `edgewise` is the share of choices that are returned, 2M/m; `dyadic` the share of the pairs with any
 * choice that are mutual, M/(M+A). Each is null when there are no choices.
 */
export function reciprocity(graph: Digraph): { edgewise: number | null; dyadic: number | null } {
  const { mutual, asymmetric } = dyadCensus(graph);
  return {
    edgewise: ratio(2 * mutual, 2 * mutual + asymmetric),
    dyadic: ratio(mutual, mutual + asymmetric),
  };
}

/**
 * Reciprocity corrected for chance given how many choices each made (Katz & Powell 1955): 0 when mutual choices are
 * as many as expected if everybody chose at random, 1 when every choice is returned.
 *
 * (2(n−1)²M − m² + Σk²) / (m(n−1)² − m² + Σk²), with k the choices made by each. Null when undefined.
 */
export function katzPowell(graph: Digraph): number | null {
  const m = sumOfLengths(graph.out);
  const squares = graph.out.reduce((sum, list) => sum + list.length ** 2, 0);
  const pairs = (graph.n - 1) ** 2;
  const { mutual } = dyadCensus(graph);
  return ratio(2 * pairs * mutual - m * m + squares, m * pairs - m * m + squares);
}

/** The number of entries over all lists. */
export const sumOfLengths = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, list) => sum + list.length, 0);
