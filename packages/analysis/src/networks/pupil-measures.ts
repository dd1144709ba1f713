import { coreNumbers } from './cores.ts';
import { ratio } from './digraph.ts';
import type { PupilMeasures } from './network-measure.ts';
import { pagerank } from './pagerank.ts';
import {
  given,
  isolate,
  mutualTies,
  ofEach,
  possible,
  received,
  unchosen,
  withoutMutual,
} from './pupil-standing.ts';

/** Measures of a pupil on one criterion. */
export const pupilMeasures: PupilMeasures = {
  received: {
    id: 'received',
    gives: { unit: 'choices', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, received),
  },
  possible: {
    id: 'possible',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'definition',
    compute: (seen) => ofEach(seen, possible),
  },
  receivedShare: {
    id: 'received-share',
    gives: { unit: 'share', range: [0, 1] },
    source: 'definition',
    compute: (seen) => ofEach(seen, (each, i) => ratio(received(each, i), possible(each, i))),
  },
  given: {
    id: 'given',
    gives: { unit: 'choices', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, given),
  },
  mutual: {
    id: 'mutual',
    gives: { unit: 'ties', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, mutualTies),
  },
  unchosen: {
    id: 'unchosen',
    gives: { unit: 'yes or no', range: null },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, unchosen),
  },
  isolate: {
    id: 'isolate',
    gives: { unit: 'yes or no', range: null },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, isolate),
  },
  withoutMutual: {
    id: 'without-mutual',
    gives: { unit: 'yes or no', range: null },
    source: 'Moreno 1934',
    compute: (seen) => ofEach(seen, withoutMutual),
  },
  betweenness: {
    id: 'betweenness',
    gives: { unit: 'paths', range: [0, null] },
    source: 'Freeman 1977; Brandes 2001',
    compute: (seen) => seen.betweenness(),
  },
  pagerank: {
    id: 'pagerank',
    gives: { unit: 'share', range: [0, 1] },
    source: 'Page, Brin, Motwani & Winograd 1999',
    compute: ({ graph }) => pagerank(graph),
  },
  coreNumber: {
    id: 'core-number',
    gives: { unit: 'ties', range: [0, null] },
    source: 'Seidman 1983',
    compute: ({ graph }) => coreNumbers(graph.mutual),
  },
  weakComponent: {
    id: 'weak-component',
    gives: { unit: 'part number', range: [0, null] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: (seen) => seen.weakComponents(),
  },
  mutualComponent: {
    id: 'mutual-component',
    gives: { unit: 'part number', range: [0, null] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: (seen) => seen.mutualComponents(),
  },
  subgroup: {
    id: 'subgroup',
    gives: { unit: 'part number', range: [0, null] },
    source: 'Blondel et al. 2008',
    compute: (seen) => seen.subgroups(),
  },
  articulationPoint: {
    id: 'articulation-point',
    gives: { unit: 'yes or no', range: null },
    source: 'Hopcroft & Tarjan 1973',
    compute: ({ mutualCuts }) => Array.from(mutualCuts().articulation, (flag) => flag === 1),
  },
};
