import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from './clean-network.ts';
import { describeLabels } from './describe-labels.ts';
import { digraphOf } from './digraph.ts';
import { modularity } from './modularity.ts';

/** Choices within and between the values of one column of the roster, by the keys that published reference files use. */
export function partitionJson(network: ChoiceNetwork, labelOf: ReadonlyMap<string, string>) {
  const described = describeLabels(network, labelOf);
  const { labels, counts } = described.mixing;
  const cleaned = cleanNetwork(network).network;
  const graph = digraphOf(cleaned);
  const parts = cleaned.roster.map((id) => labels.indexOf(labelOf.get(id) ?? ''));
  const { choices, mutual } = described;
  return {
    counts: Object.fromEntries(labels.map((label, a) => [label, described.pupils[a]])),
    modularityDirected: described.assortativity.modularity,
    modularityUndirectedWeak: modularity(graph.either, parts),
    modularityMutual: modularity(graph.mutual, parts),
    assortativity: described.assortativity.coefficient,
    directed: { internal: choices.internal, external: choices.external, EI: choices.eiIndex },
    mutual: { internal: mutual.internal, external: mutual.external, EI: mutual.eiIndex },
    mixing: Object.fromEntries(
      labels.flatMap((from, a) => labels.map((to, b) => [`${from}->${to}`, counts[a]?.[b]])),
    ),
  };
}
