import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from './clean-network.ts';
import { digraphOf, ratio } from './digraph.ts';
import { dyadCensus, katzPowell, reciprocity } from './dyads.ts';

/** The indices of the older literature, for comparison with published tables; arrays follow the sorted roster. */
export type ClassicIndices = {
  /** Given and received choices over n − 1, the pupil's expansiveness and choice status. */
  readonly expansiveness: readonly (number | null)[];
  readonly statusRatio: readonly (number | null)[];
  /** M over all pairs, and 2M over choices. */
  readonly cohesionMutualOverPossible: number | null;
  readonly coherenceReciprocatedShare: number | null;
  /** The odds that a choice is returned over the odds that a pair has a choice, (2M/(m−2M)) · ((1−p)/p). */
  readonly criswellCoherence: number | null;
  /** 1 over the number of pupils nobody chose; null when there is none. */
  readonly integrationOneOverUnchosen: number | null;
  /** The share of pupils with a mutual tie, and mutual ties per pupil. */
  readonly mereiMutualityIndex: number | null;
  readonly mereiDensityIndex: number | null;
  /** Mutual ties expected if each made as many choices at random: (m² − Σk²) / (2(n−1)²). */
  readonly expectedMutualFixedOutdegree: number | null;
  readonly katzPowell: number | null;
};

/**
 * The classic sociometric indices (Moreno 1934; Criswell 1946; Mérei; Katz & Powell 1955; as collected by Proctor &
 * Loomis 1951). A pupil who did not answer counts as one who chose nobody, as those tables do. Null where undefined.
 */
export function classicIndices(network: ChoiceNetwork): ClassicIndices {
  const graph = digraphOf(cleanNetwork(network).network);
  const { n, out, into, mutual } = graph;
  const { mutual: pairs, asymmetric } = dyadCensus(graph);
  const choices = 2 * pairs + asymmetric;
  const squares = out.reduce((sum, list) => sum + list.length ** 2, 0);
  const unchosen = into.filter((list) => list.length === 0).length;
  const withMutual = mutual.filter((list) => list.length > 0).length;
  return {
    expansiveness: out.map((list) => ratio(list.length, n - 1)),
    statusRatio: into.map((list) => ratio(list.length, n - 1)),
    cohesionMutualOverPossible: ratio(2 * pairs, n * (n - 1)),
    coherenceReciprocatedShare: reciprocity(graph).edgewise,
    criswellCoherence: ratio(2 * pairs * (n * (n - 1) - choices), asymmetric * choices),
    integrationOneOverUnchosen: ratio(1, unchosen),
    mereiMutualityIndex: ratio(withMutual, n),
    mereiDensityIndex: ratio(pairs, n),
    expectedMutualFixedOutdegree: ratio(choices ** 2 - squares, 2 * (n - 1) ** 2),
    katzPowell: katzPowell(graph),
  };
}
