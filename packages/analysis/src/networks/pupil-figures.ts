import type { ChoiceNetwork } from '../network.ts';
import type { Parts } from './components.ts';
import { coreNumbers } from './cores.ts';
import { ratio, type Digraph } from './digraph.ts';
import type { PupilFigures } from './network-description.ts';
import { pagerank } from './pagerank.ts';

/** What the class figures and the pupils' figures both rest on, computed once. */
export type PupilMeasures = {
  readonly answered: Uint8Array;
  readonly betweenness: Float64Array;
  readonly articulation: Uint8Array;
  readonly weak: Parts;
  readonly mutual: Parts;
  readonly subgroups: Parts;
};

/** One object per pupil of a cleaned network, in the order of its roster. */
export function pupilFigures(
  network: ChoiceNetwork,
  graph: Digraph,
  measures: PupilMeasures,
): PupilFigures[] {
  const { answered } = measures;
  const ranks = pagerank(graph);
  const cores = coreNumbers(graph.mutual);
  return network.roster.map((pupilId, i) => {
    const received = graph.into[i]!.length;
    const possible = network.respondents.length - answered[i]!;
    const given = answered[i] === 1 ? graph.out[i]!.length : null;
    const unchosen = possible === 0 ? null : received === 0;
    return {
      pupilId,
      received,
      possible,
      receivedShare: ratio(received, possible),
      given,
      mutual: answered[i] === 1 ? graph.mutual[i]!.length : null,
      unchosen,
      isolate: bothHold(unchosen, given === null ? null : given === 0),
      withoutMutual: hasNoMutual(graph, answered, i),
      betweenness: measures.betweenness[i]!,
      pagerank: ranks[i]!,
      coreNumber: cores[i]!,
      weakComponent: measures.weak[i]!,
      mutualComponent: measures.mutual[i]!,
      subgroup: measures.subgroups[i]!,
      articulationPoint: measures.articulation[i] === 1,
    };
  });
}

/** A tie is still open when it was seen from one side and the other side did not answer. */
function hasNoMutual(graph: Digraph, answered: Uint8Array, i: number): boolean | null {
  if (graph.mutual[i]!.length > 0) return false;
  if (answered[i] === 1) return graph.out[i]!.some((j) => answered[j] === 0) ? null : true;
  const others = answered.some((flag, j) => flag === 0 && j !== i);
  return graph.into[i]!.length > 0 || others ? null : true;
}

function bothHold(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
