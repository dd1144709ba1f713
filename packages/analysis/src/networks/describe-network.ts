import type { ChoiceNetwork } from '../network.ts';
import { betweenness } from './betweenness.ts';
import { centralizations } from './centralization.ts';
import { cleanNetwork, type DroppedChoices } from './clean-network.ts';
import { maximalCliques } from './cliques.ts';
import { components, sizesOf } from './components.ts';
import { cutPoints } from './cut-points.ts';
import { pairsOf, ratio } from './digraph.ts';
import { dyadCensus, katzPowell, reciprocity } from './dyads.ts';
import { modularity } from './modularity.ts';
import type { ClassFigures, NetworkDescription, PupilFigures } from './network-description.ts';
import { pupilFigures, type PupilMeasures } from './pupil-figures.ts';
import { distribution } from './received-distribution.ts';
import { seenGraph, type SeenGraph } from './seen-graph.ts';
import { strongComponents } from './strong-components.ts';
import { findSubgroups } from './subgroups.ts';
import { transitivity, triangles } from './transitivity.ts';
import { triadCensus } from './triads.ts';

/** Changes whenever the same answers would be described by other numbers or other fields. */
export const networkDescriptionVersion = 'network-2';

/**
 * Describes the choices of one class on one criterion: counts, censuses, cohesion, centrality, components, cliques and
 * subgroups. The measures are defined, with their sources, at the functions this one calls.
 *
 * The network is cleaned first, and what was left out is counted in `class.dropped`. Measures of the whole graph take
 * a pair nobody could see as a pair without a choice, so read them beside `class.participation`. The result does not
 * depend on the order of the input. Nothing is thrown.
 */
export function describeNetwork(network: ChoiceNetwork): NetworkDescription {
  const { network: cleaned, dropped } = cleanNetwork(network);
  const seen = seenGraph(cleaned);
  const { graph } = seen;
  const cuts = cutPoints(graph.mutual);
  const cliques = maximalCliques(graph.mutual);
  const measures: PupilMeasures = {
    betweenness: betweenness(graph),
    articulation: cuts.articulation,
    weak: components(graph.either),
    mutual: components(graph.mutual),
    subgroups: findSubgroups(graph.mutual),
  };
  const pupils = pupilFigures(seen, measures);
  const id = (i: number): string => cleaned.roster[i]!;
  return {
    version: networkDescriptionVersion,
    class: classFigures(seen, measures, pupils, dropped, cliques.length),
    pupils,
    ties: {
      mutualPairs: pairsOf(graph.mutual).map(([i, j]) => [id(i), id(j)]),
      mutualCliques: cliques.map((clique) => clique.map(id)),
      bridges: cuts.bridges.map(([i, j]) => [id(i), id(j)]),
    },
  };
}

function classFigures(
  seen: SeenGraph,
  measures: PupilMeasures,
  pupils: readonly PupilFigures[],
  dropped: DroppedChoices,
  mutualCliqueCount: number,
): ClassFigures {
  const { graph, among, respondents } = seen;
  const { n } = graph;
  const received = pupils.map((pupil) => pupil.received);
  const choices = received.reduce((sum, count) => sum + count, 0);
  const count = (holds: (pupil: PupilFigures) => boolean): number => pupils.filter(holds).length;
  return {
    n,
    respondents,
    participation: ratio(respondents, n),
    dropped,
    choices,
    density: ratio(choices, n * (n - 1)),
    observedDensity: ratio(choices, respondents * (n - 1)),
    dyadCensus: dyadCensus(graph),
    reciprocity: { ...reciprocity(graph), edgewiseAmongRespondents: reciprocity(among).edgewise },
    katzPowell: katzPowell(among),
    triadCensus: triadCensus(graph),
    transitivity: transitivity(graph),
    weakComponentSizes: sizesOf(measures.weak),
    strongComponentSizes: sizesOf(strongComponents(graph.out)),
    mutualComponentSizes: sizesOf(measures.mutual),
    unchosenCount: count((pupil) => pupil.unchosen === true),
    isolateCount: count((pupil) => pupil.isolate === true),
    withoutMutualCount: count((pupil) => pupil.withoutMutual === true),
    gaveNoneCount: count((pupil) => pupil.given === 0),
    centralization: centralizations(seen, measures.betweenness),
    mutualTriangles: triangles(graph.mutual),
    mutualCliqueCount,
    subgroupCount: sizesOf(measures.subgroups).filter((size) => size > 1).length,
    modularity: modularity(graph.mutual, measures.subgroups),
    receivedDistribution: distribution(received),
  };
}
