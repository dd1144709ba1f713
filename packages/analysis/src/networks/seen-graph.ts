import type { ChoiceNetwork } from '../network.ts';
import { betweenness } from './betweenness.ts';
import { cleanNetwork, type DroppedChoices } from './clean-network.ts';
import { maximalCliques } from './cliques.ts';
import { components, type Parts } from './components.ts';
import { cutPoints, type CutPoints } from './cut-points.ts';
import { digraphOf, inducedSubgraph, type Digraph } from './digraph.ts';
import { findSubgroups } from './subgroups.ts';

/** What could be seen of the choices: the graph of a cleaned network, with who answered. */
export type SeenGraph = {
  readonly network: ChoiceNetwork;
  readonly dropped: DroppedChoices;
  readonly graph: Digraph;
  /** By position in the roster: 1 for a pupil who answered. */
  readonly answered: Uint8Array;
  readonly respondents: number;
  /** The part of the graph among those who answered. */
  readonly among: Digraph;
  /** What several measures rest on, computed when first asked for. */
  readonly betweenness: () => Float64Array;
  readonly weakComponents: () => Parts;
  readonly mutualComponents: () => Parts;
  readonly mutualCliques: () => readonly (readonly number[])[];
  readonly mutualCuts: () => CutPoints;
  readonly subgroups: () => Parts;
};

export function seenGraph(uncleaned: ChoiceNetwork): SeenGraph {
  const { network, dropped } = cleanNetwork(uncleaned);
  const graph = digraphOf(network);
  const respondents = new Set(network.respondents);
  const answered = Uint8Array.from(network.roster, (id) => Number(respondents.has(id)));
  return {
    network,
    dropped,
    graph,
    answered,
    respondents: respondents.size,
    among: inducedSubgraph(graph, answered),
    betweenness: once(() => betweenness(graph)),
    weakComponents: once(() => components(graph.either)),
    mutualComponents: once(() => components(graph.mutual)),
    mutualCliques: once(() => maximalCliques(graph.mutual)),
    mutualCuts: once(() => cutPoints(graph.mutual)),
    subgroups: once(() => findSubgroups(graph.mutual)),
  };
}

function once<Value>(compute: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: compute() }).value;
}
