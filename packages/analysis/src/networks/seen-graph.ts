import type { ChoiceNetwork } from '../network.ts';
import { digraphOf, inducedSubgraph, type Digraph } from './digraph.ts';

/** The graph of a cleaned network, with who answered. */
export type SeenGraph = {
  readonly roster: readonly string[];
  readonly graph: Digraph;
  /** By position in the roster: 1 for a pupil who answered. */
  readonly answered: Uint8Array;
  readonly respondents: number;
  /** The part of the graph among those who answered. */
  readonly among: Digraph;
};

export function seenGraph(cleaned: ChoiceNetwork): SeenGraph {
  const graph = digraphOf(cleaned);
  const respondents = new Set(cleaned.respondents);
  const answered = Uint8Array.from(cleaned.roster, (id) => Number(respondents.has(id)));
  return {
    roster: cleaned.roster,
    graph,
    answered,
    respondents: respondents.size,
    among: inducedSubgraph(graph, answered),
  };
}
