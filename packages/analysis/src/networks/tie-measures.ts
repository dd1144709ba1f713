import { pairsOf } from './digraph.ts';
import type { TieLists } from './network-description.ts';
import type { MeasuresOf } from './network-measure.ts';

type Pair<Of> = readonly [Of, Of];
const named = (roster: readonly string[], pairs: readonly Pair<number>[]): Pair<string>[] =>
  pairs.map(([i, j]) => [roster[i]!, roster[j]!]);

/** Ties of one criterion, and sets of them, by the ids of the pupils. */
export const tieMeasures: MeasuresOf<TieLists> = {
  mutualPairs: {
    id: 'mutual-pairs',
    gives: { unit: 'pairs of pupils', range: null },
    source: 'Moreno 1934',
    compute: ({ graph, network }) => named(network.roster, pairsOf(graph.mutual)),
  },
  mutualCliques: {
    id: 'mutual-cliques',
    gives: { unit: 'sets of pupils', range: null },
    source: 'Luce & Perry 1949',
    compute: ({ network, mutualCliques }) =>
      mutualCliques().map((clique) => clique.map((i) => network.roster[i]!)),
  },
  bridges: {
    id: 'bridges',
    gives: { unit: 'pairs of pupils', range: null },
    source: 'Hopcroft & Tarjan 1973',
    compute: ({ network, mutualCuts }) => named(network.roster, mutualCuts().bridges),
  },
};
