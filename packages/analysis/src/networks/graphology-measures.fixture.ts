import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { inDegreeCentrality, outDegreeCentrality } from 'graphology-metrics/centrality/degree.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { directedDensity } from 'graphology-metrics/graph/density.js';
import modularity from 'graphology-metrics/graph/modularity.js';
import type { ChoiceNetwork } from '../network.ts';

export type GraphologyGraphs = { readonly choices: DirectedGraph; readonly mutual: UndirectedGraph };

/** The graphs of a cleaned network, as graphology holds them. */
export function graphologyGraphs({ roster, choices }: ChoiceNetwork): GraphologyGraphs {
  const directed = new DirectedGraph();
  const mutual = new UndirectedGraph();
  for (const id of roster) {
    directed.addNode(id);
    mutual.addNode(id);
  }
  for (const { from, to } of choices) directed.addEdge(from, to);
  for (const { from, to } of choices) {
    if (from < to && directed.hasEdge(to, from)) mutual.addEdge(from, to);
  }
  return { choices: directed, mutual };
}

const fixedNumbers = (): (() => number) => {
  let state = 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
};

/** The measures that graphology has too, by the names of its packages; with its own settings but for scale. */
export const graphologyMeasures = {
  density: ({ choices }: GraphologyGraphs) => directedDensity(choices),
  received: ({ choices }: GraphologyGraphs) => inDegreeCentrality(choices),
  given: ({ choices }: GraphologyGraphs) => outDegreeCentrality(choices),
  betweenness: ({ choices }: GraphologyGraphs) => betweennessCentrality(choices, { normalized: false }),
  pagerank: ({ choices }: GraphologyGraphs, tolerance = 1e-6) =>
    pagerank(choices, { getEdgeWeight: null, tolerance, maxIterations: 1000 }),
  weakComponents: ({ choices }: GraphologyGraphs) => connectedComponents(choices),
  strongComponents: ({ choices }: GraphologyGraphs) => stronglyConnectedComponents(choices),
  mutualComponents: ({ mutual }: GraphologyGraphs) => connectedComponents(mutual),
  subgroups: ({ mutual }: GraphologyGraphs) => louvain(mutual, { getEdgeWeight: null, rng: fixedNumbers() }),
};

/** Modularity of a partition of the mutual ties, by graphology. */
export const graphologyModularity = (
  { mutual }: GraphologyGraphs,
  part: Readonly<Record<string, number>>,
): number => modularity(mutual, { getEdgeWeight: null, getNodeCommunity: (id: string) => part[id] ?? -1 });
