import { centralizations } from './centralization.ts';
import { sizesOf } from './components.ts';
import { ratio } from './digraph.ts';
import { dyadCensus, katzPowell, reciprocity, sumOfLengths } from './dyads.ts';
import { modularity } from './modularity.ts';
import type { ClassFigures } from './network-description.ts';
import type { MeasuresOf } from './network-measure.ts';
import {
  countOfPupils,
  given,
  isolate,
  ofEach,
  received,
  unchosen,
  withoutMutual,
} from './pupil-standing.ts';
import { distribution } from './received-distribution.ts';
import { strongComponents } from './strong-components.ts';
import { transitivity, triangles } from './transitivity.ts';
import { triadCensus } from './triads.ts';

/** Measures of a class on one criterion. */
export const classMeasures: MeasuresOf<ClassFigures> = {
  n: {
    id: 'pupils',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'definition',
    compute: ({ graph }) => graph.n,
  },
  respondents: {
    id: 'respondents',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'definition',
    compute: ({ respondents }) => respondents,
  },
  participation: {
    id: 'participation',
    gives: { unit: 'share', range: [0, 1] },
    source: 'definition',
    compute: ({ graph, respondents }) => ratio(respondents, graph.n),
  },
  dropped: {
    id: 'dropped',
    gives: { unit: 'choices', range: [0, null] },
    source: 'definition',
    compute: ({ dropped }) => dropped,
  },
  choices: {
    id: 'choices',
    gives: { unit: 'choices', range: [0, null] },
    source: 'definition',
    compute: ({ graph }) => sumOfLengths(graph.out),
  },
  density: {
    id: 'density',
    gives: { unit: 'share', range: [0, 1] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: ({ graph: { n, out } }) => ratio(sumOfLengths(out), n * (n - 1)),
  },
  observedDensity: {
    id: 'observed-density',
    gives: { unit: 'share', range: [0, 1] },
    source: 'Wasserman & Faust 1994, ch. 4; unseen pairs left out',
    compute: ({ graph: { n, out }, respondents }) => ratio(sumOfLengths(out), respondents * (n - 1)),
  },
  dyadCensus: {
    id: 'dyad-census',
    gives: { unit: 'pairs', range: [0, null] },
    source: 'Holland & Leinhardt 1970',
    compute: ({ graph }) => dyadCensus(graph),
  },
  reciprocity: {
    id: 'reciprocity',
    gives: { unit: 'share', range: [0, 1] },
    source: 'Wasserman & Faust 1994, ch. 13',
    compute: ({ graph, among }) => ({
      ...reciprocity(graph),
      edgewiseAmongRespondents: reciprocity(among).edgewise,
    }),
  },
  katzPowell: {
    id: 'katz-powell',
    gives: { unit: 'index', range: [null, 1] },
    source: 'Katz & Powell 1955',
    compute: ({ among }) => katzPowell(among),
  },
  triadCensus: {
    id: 'triad-census',
    gives: { unit: 'triples', range: [0, null] },
    source: 'Holland & Leinhardt 1970',
    compute: ({ graph }) => triadCensus(graph),
  },
  transitivity: {
    id: 'transitivity',
    gives: { unit: 'share and counts', range: [0, null] },
    source: 'Wasserman & Faust 1994, ch. 6',
    compute: ({ graph }) => transitivity(graph),
  },
  weakComponentSizes: {
    id: 'weak-component-sizes',
    gives: { unit: 'pupils', range: [1, null] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: (seen) => sizesOf(seen.weakComponents()),
  },
  strongComponentSizes: {
    id: 'strong-component-sizes',
    gives: { unit: 'pupils', range: [1, null] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: ({ graph }) => sizesOf(strongComponents(graph.out)),
  },
  mutualComponentSizes: {
    id: 'mutual-component-sizes',
    gives: { unit: 'pupils', range: [1, null] },
    source: 'Wasserman & Faust 1994, ch. 4',
    compute: (seen) => sizesOf(seen.mutualComponents()),
  },
  unchosenCount: {
    id: 'unchosen-count',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => countOfPupils(seen, unchosen),
  },
  isolateCount: {
    id: 'isolate-count',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => countOfPupils(seen, isolate),
  },
  withoutMutualCount: {
    id: 'without-mutual-count',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'Moreno 1934',
    compute: (seen) => countOfPupils(seen, withoutMutual),
  },
  gaveNoneCount: {
    id: 'gave-none-count',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'definition',
    compute: (seen) => ofEach(seen, given).filter((count) => count === 0).length,
  },
  centralization: {
    id: 'centralization',
    gives: { unit: 'share', range: [0, 1] },
    source: 'Freeman 1979',
    compute: (seen) => centralizations(seen),
  },
  mutualTriangles: {
    id: 'mutual-triangles',
    gives: { unit: 'triples', range: [0, null] },
    source: 'Wasserman & Faust 1994, ch. 6',
    compute: ({ graph }) => triangles(graph.mutual),
  },
  mutualCliqueCount: {
    id: 'mutual-clique-count',
    gives: { unit: 'cliques', range: [0, null] },
    source: 'Luce & Perry 1949',
    compute: (seen) => seen.mutualCliques().length,
  },
  subgroupCount: {
    id: 'subgroup-count',
    gives: { unit: 'subgroups', range: [0, null] },
    source: 'Blondel et al. 2008',
    compute: (seen) => sizesOf(seen.subgroups()).filter((size) => size > 1).length,
  },
  modularity: {
    id: 'modularity',
    gives: { unit: 'index', range: [-0.5, 1] },
    source: 'Newman & Girvan 2004',
    compute: ({ graph, subgroups }) => modularity(graph.mutual, subgroups()),
  },
  receivedDistribution: {
    id: 'received-distribution',
    gives: { unit: 'pupils', range: [0, null] },
    source: 'definition',
    compute: (seen) => distribution(ofEach(seen, received)),
  },
};
