import { classMeasures } from './class-measures.ts';
import { maximalCliques } from './cliques.ts';
import { cutPoints } from './cut-points.ts';
import { pairsOf } from './digraph.ts';
import type { NetworkMeasure } from './network-measure.ts';
import { pupilMeasures } from './pupil-measures.ts';

const tieMeasures: readonly NetworkMeasure[] = [
  {
    id: 'mutual-pairs',
    scope: 'tie',
    needs: 'choices',
    gives: { unit: 'pairs of pupils', range: null },
    source: 'Moreno 1934',
    field: 'ties.mutualPairs',
    compute: ({ graph, roster }) => pairsOf(graph.mutual).map((pair) => pair.map((i) => roster[i]!)),
  },
  {
    id: 'mutual-cliques',
    scope: 'tie',
    needs: 'choices',
    gives: { unit: 'sets of pupils', range: null },
    source: 'Luce & Perry 1949',
    field: 'ties.mutualCliques',
    compute: ({ graph, roster }) =>
      maximalCliques(graph.mutual).map((clique) => clique.map((i) => roster[i]!)),
  },
  {
    id: 'bridges',
    scope: 'tie',
    needs: 'choices',
    gives: { unit: 'pairs of pupils', range: null },
    source: 'Hopcroft & Tarjan 1973',
    field: 'ties.bridges',
    compute: ({ graph, roster }) =>
      cutPoints(graph.mutual).bridges.map((pair) => pair.map((i) => roster[i]!)),
  },
];

const beyondOneDescription: readonly NetworkMeasure[] = [
  {
    id: 'ei-index',
    scope: 'class',
    needs: 'labels',
    gives: { unit: 'index', range: [-1, 1] },
    source: 'Krackhardt & Stern 1988',
    field: null,
  },
  {
    id: 'assortativity',
    scope: 'class',
    needs: 'labels',
    gives: { unit: 'index', range: [-1, 1] },
    source: 'Newman 2003',
    field: null,
  },
  {
    id: 'union',
    scope: 'tie',
    needs: 'criteria',
    gives: { unit: 'criteria', range: [1, null] },
    source: 'definition',
    field: null,
  },
  {
    id: 'change',
    scope: 'class',
    needs: 'rounds',
    gives: { unit: 'pairs of pupils', range: [0, null] },
    source: 'Jaccard 1908; Snijders, van de Bunt & Steglich 2010',
    field: null,
  },
  {
    id: 'split-half',
    scope: 'class',
    needs: 'choices',
    gives: { unit: 'reliability', range: [null, 1] },
    source: 'Spearman 1910; Brown 1910',
    field: null,
  },
  {
    id: 'cronbach-alpha',
    scope: 'class',
    needs: 'choices',
    gives: { unit: 'reliability', range: [null, null] },
    source: 'Cronbach 1951',
    field: null,
  },
  {
    id: 'classic-indices',
    scope: 'class',
    needs: 'choices',
    gives: { unit: 'several', range: [0, null] },
    source: 'Moreno 1934; Criswell 1946; Katz & Powell 1955',
    field: null,
  },
];

/** Every measure of choices in a class. Their meaning is told in docs/methods/networks.md, under the same ids. */
export const networkMeasures: readonly NetworkMeasure[] = [
  ...classMeasures,
  ...pupilMeasures,
  ...tieMeasures,
  ...beyondOneDescription,
];
