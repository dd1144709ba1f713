import { cleanNetwork, type ChoiceNetwork } from '../../packages/analysis/src/index.ts';
import { betweenness } from '../../packages/analysis/src/networks/betweenness.ts';
import { maximalCliques } from '../../packages/analysis/src/networks/cliques.ts';
import { components } from '../../packages/analysis/src/networks/components.ts';
import { coreNumbers } from '../../packages/analysis/src/networks/cores.ts';
import { digraphOf, ratio, type Digraph } from '../../packages/analysis/src/networks/digraph.ts';
import { dyadCensus, reciprocity, sumOfLengths } from '../../packages/analysis/src/networks/dyads.ts';
import {
  graphologyGraphs,
  graphologyMeasures,
  type GraphologyGraphs,
} from '../../packages/analysis/src/networks/graphology-measures.fixture.ts';
import { louvainOn } from '../../packages/analysis/src/networks/louvain.ts';
import { pagerank } from '../../packages/analysis/src/networks/pagerank.ts';
import { strongComponents } from '../../packages/analysis/src/networks/strong-components.ts';
import { triadCensus } from '../../packages/analysis/src/networks/triads.ts';

type Measures<G> = Readonly<Record<string, (graph: G) => unknown>>;

const density = ({ n, out }: Digraph) => ratio(sumOfLengths(out), n * (n - 1));

/** One run of Louvain from single vertices, as igraph and graphology do it; a description makes several. */
function oneLouvain({ mutual }: Digraph): Int32Array {
  const alone = Int32Array.from(mutual.keys());
  return louvainOn(mutual)(alone.slice(), alone);
}

/** What igraph has too, from a graph that is there. */
export const asIgraph: Measures<Digraph> = {
  density,
  reciprocity,
  'dyad census': dyadCensus,
  'triad census': triadCensus,
  betweenness,
  PageRank: pagerank,
  components: ({ either, out, mutual }) => [components(either), strongComponents(out), components(mutual)],
  cliques: ({ mutual }) => maximalCliques(mutual),
  'core numbers': ({ mutual }) => coreNumbers(mutual),
  Louvain: oneLouvain,
};

/** What graphology has too, by ours and by its own packages. */
export const asGraphology: Measures<Digraph> = {
  density,
  betweenness,
  PageRank: pagerank,
  components: asIgraph.components!,
  Louvain: oneLouvain,
};

export const byGraphology: Measures<GraphologyGraphs> = {
  density: graphologyMeasures.density,
  betweenness: graphologyMeasures.betweenness,
  PageRank: (graphs) => graphologyMeasures.pagerank(graphs),
  components: (graphs) => [
    graphologyMeasures.weakComponents(graphs),
    graphologyMeasures.strongComponents(graphs),
    graphologyMeasures.mutualComponents(graphs),
  ],
  Louvain: graphologyMeasures.subgroups,
};

export const ourGraph = (network: ChoiceNetwork): Digraph => digraphOf(cleanNetwork(network).network);
export const theirGraphs = (network: ChoiceNetwork): GraphologyGraphs =>
  graphologyGraphs(cleanNetwork(network).network);

/** Runs all measures of a list on a graph. */
export const all = <G>(measures: Measures<G>): ((graph: G) => void) => {
  const each = Object.values(measures);
  return (graph) => each.forEach((measure) => measure(graph));
};
