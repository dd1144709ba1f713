import type { Parts } from './components.ts';
import { coreNumbers } from './cores.ts';
import { ratio } from './digraph.ts';
import type { PupilFigures } from './network-description.ts';
import { pagerank } from './pagerank.ts';
import { given, isolate, mutualTies, possible, received, unchosen, withoutMutual } from './pupil-standing.ts';
import type { SeenGraph } from './seen-graph.ts';

/** What the class figures and the pupils' figures both rest on, computed once. */
export type PupilMeasures = {
  readonly betweenness: Float64Array;
  readonly articulation: Uint8Array;
  readonly weak: Parts;
  readonly mutual: Parts;
  readonly subgroups: Parts;
};

/** One object per pupil of a cleaned network, in the order of its roster. */
export function pupilFigures(seen: SeenGraph, measures: PupilMeasures): PupilFigures[] {
  const ranks = pagerank(seen.graph);
  const cores = coreNumbers(seen.graph.mutual);
  return seen.roster.map((pupilId, i) => ({
    pupilId,
    received: received(seen, i),
    possible: possible(seen, i),
    receivedShare: ratio(received(seen, i), possible(seen, i)),
    given: given(seen, i),
    mutual: mutualTies(seen, i),
    unchosen: unchosen(seen, i),
    isolate: isolate(seen, i),
    withoutMutual: withoutMutual(seen, i),
    betweenness: measures.betweenness[i]!,
    pagerank: ranks[i]!,
    coreNumber: cores[i]!,
    weakComponent: measures.weak[i]!,
    mutualComponent: measures.mutual[i]!,
    subgroup: measures.subgroups[i]!,
    articulationPoint: measures.articulation[i] === 1,
  }));
}
