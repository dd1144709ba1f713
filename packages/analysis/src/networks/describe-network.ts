import type { ChoiceNetwork } from '../network.ts';
import { classMeasures } from './class-measures.ts';
import type { NetworkDescription, PupilFigures } from './network-description.ts';
import type { Measure, MeasuresOf } from './network-measure.ts';
import { pupilMeasures } from './pupil-measures.ts';
import { seenGraph, type SeenGraph } from './seen-graph.ts';
import { tieMeasures } from './tie-measures.ts';

/** Changes whenever the same answers would be described by other numbers or other fields. */
export const networkDescriptionVersion = 'network-2';

/**
 * Describes the choices of one class on one criterion: counts, censuses, cohesion, centrality, components, cliques and
 * subgroups. Each value is that of the measure of the same name, which has its definition and source.
 *
 * The network is cleaned first, and what was left out is counted in `class.dropped`. Measures of the whole graph take
 * a pair nobody could see as a pair without a choice, so read them beside `class.participation`. The result does not
 * depend on the order of the input. Nothing is thrown.
 */
export function describeNetwork(network: ChoiceNetwork): NetworkDescription {
  const seen = seenGraph(network);
  return {
    version: networkDescriptionVersion,
    class: valuesOf(classMeasures, seen),
    pupils: pupilFigures(seen),
    ties: valuesOf(tieMeasures, seen),
  };
}

function valuesOf<Part>(measures: MeasuresOf<Part>, seen: SeenGraph): Part {
  const values: Partial<Part> = {};
  for (const key in measures) values[key] = measures[key].compute(seen);
  return values as Part; // the measures have every key of the part
}

function pupilFigures(seen: SeenGraph): PupilFigures[] {
  type Column = { readonly [position: number]: unknown };
  const columns = Object.entries<Measure<SeenGraph, Column>>(pupilMeasures).map(
    ([key, measure]) => [key, measure.compute(seen)] as const,
  );
  return seen.network.roster.map((pupilId, i) => {
    const figures: Record<string, unknown> = { pupilId };
    for (const [key, column] of columns) figures[key] = column[i];
    return figures as PupilFigures; // the measures have every key but the id
  });
}
