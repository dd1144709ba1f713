import { cronbachAlpha } from '../reliability/cronbach-alpha.ts';
import { splitHalf } from '../reliability/split-half.ts';
import { changeBetween } from './change.ts';
import { classMeasures } from './class-measures.ts';
import { classicIndices } from './classic-indices.ts';
import { describeLabels } from './describe-labels.ts';
import type { Measure, NetworkMeasure } from './network-measure.ts';
import { pupilMeasures } from './pupil-measures.ts';
import type { SeenGraph } from './seen-graph.ts';
import { tieMeasures } from './tie-measures.ts';
import { unionOfCriteria } from './union-of-criteria.ts';

const inDescription = (
  scope: NetworkMeasure['scope'],
  part: 'class' | 'pupils' | 'ties',
  measures: Readonly<Record<string, Measure<SeenGraph, unknown>>>,
): NetworkMeasure[] =>
  Object.entries(measures).map(([key, measure]) => ({
    ...measure,
    scope,
    needs: 'choices',
    field: `${part}.${key}`,
  }));

const besideDescription: readonly NetworkMeasure[] = [
  {
    id: 'ei-index',
    scope: 'class',
    needs: 'labels',
    gives: { unit: 'index', range: [-1, 1] },
    source: 'Krackhardt & Stern 1988',
    field: null,
    compute: ({ network, labelOf }) => {
      const { choices, mutual } = describeLabels(network, labelOf);
      return { choices: choices.eiIndex, mutual: mutual.eiIndex };
    },
  },
  {
    id: 'assortativity',
    scope: 'class',
    needs: 'labels',
    gives: { unit: 'index', range: [-1, 1] },
    source: 'Newman 2003',
    field: null,
    compute: ({ network, labelOf }) => describeLabels(network, labelOf).assortativity.coefficient,
  },
  {
    id: 'union',
    scope: 'tie',
    needs: 'criteria',
    gives: { unit: 'criteria', range: [1, null] },
    source: 'definition',
    field: null,
    compute: (criteria) => unionOfCriteria(criteria).choices,
  },
  {
    id: 'change',
    scope: 'class',
    needs: 'rounds',
    gives: { unit: 'pairs of pupils and share', range: [0, null] },
    source: 'Jaccard 1908; Snijders, van de Bunt & Steglich 2010',
    field: null,
    compute: ({ before, after }) => changeBetween(before, after),
  },
  {
    id: 'split-half',
    scope: 'class',
    needs: 'choices-and-seed',
    gives: { unit: 'reliability', range: [null, 1] },
    source: 'Spearman 1910; Brown 1910',
    field: null,
    compute: ({ network, seed }) => splitHalf(network, seed).reliability,
  },
  {
    id: 'cronbach-alpha',
    scope: 'class',
    needs: 'choices',
    gives: { unit: 'reliability', range: [null, null] },
    source: 'Cronbach 1951',
    field: null,
    compute: ({ network }) => cronbachAlpha(network),
  },
  {
    id: 'classic-indices',
    scope: 'class',
    needs: 'choices',
    gives: { unit: 'several', range: [null, null] },
    source: 'Moreno 1934; Criswell 1946; Katz & Powell 1955',
    field: null,
    compute: ({ network }) => classicIndices(network),
  },
];

/** Every measure of choices in a class. Their meaning is told in docs/methods/networks.md, under the same ids. */
export const networkMeasures: readonly NetworkMeasure[] = [
  ...inDescription('class', 'class', classMeasures),
  ...inDescription('pupil', 'pupils', pupilMeasures),
  ...inDescription('tie', 'ties', tieMeasures),
  ...besideDescription,
];
