import type { ChoiceNetwork } from '../network.ts';
import { betweenness } from './betweenness.ts';
import { centralization } from './centralization.ts';
import { cleanNetwork, type DroppedChoices } from './clean-network.ts';
import { maximalCliques } from './cliques.ts';
import { components, sizesOf, strongComponents } from './components.ts';
import { cutPoints } from './cut-points.ts';
import { digraphOf, inducedSubgraph, ratio, type Digraph } from './digraph.ts';
import { dyadCensus, katzPowell, reciprocity } from './dyads.ts';
import { modularity } from './modularity.ts';
import type { ClassFigures, NetworkDescription, PupilFigures } from './network-description.ts';
import { pupilFigures, type PupilMeasures } from './pupil-figures.ts';
import { findSubgroups } from './subgroups.ts';
import { transitivity, triangles } from './transitivity.ts';
import { triadCensus } from './triads.ts';

/** Changes whenever the same answers would be described by other numbers or other fields. */
export const networkDescriptionVersion = 'network-1';

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
  const graph = digraphOf(cleaned);
  const respondents = new Set(cleaned.respondents);
  const cuts = cutPoints(graph.mutual);
  const cliques = maximalCliques(graph.mutual);
  const measures: PupilMeasures = {
    answered: Uint8Array.from(cleaned.roster, (id) => Number(respondents.has(id))),
    betweenness: betweenness(graph),
    articulation: cuts.articulation,
    weak: components(graph.either),
    mutual: components(graph.mutual),
    subgroups: findSubgroups(graph.mutual),
  };
  const pupils = pupilFigures(cleaned, graph, measures);
  const id = (i: number): string => cleaned.roster[i]!;
  const mutualPairs = graph.mutual.flatMap((list, i) =>
    list.filter((j) => j > i).map((j) => [i, j] as const),
  );
  return {
    version: networkDescriptionVersion,
    class: classFigures(graph, measures, pupils, dropped, cliques.length),
    pupils,
    ties: {
      mutualPairs: mutualPairs.map(([i, j]) => [id(i), id(j)]),
      mutualCliques: cliques.map((clique) => clique.map(id)),
      bridges: cuts.bridges.map(([i, j]) => [id(i), id(j)]),
    },
  };
}

function classFigures(
  graph: Digraph,
  measures: PupilMeasures,
  pupils: readonly PupilFigures[],
  dropped: DroppedChoices,
  mutualCliqueCount: number,
): ClassFigures {
  const { n } = graph;
  const among = inducedSubgraph(graph, measures.answered);
  const received = pupils.map((pupil) => pupil.received);
  const given = pupils.flatMap((pupil) => pupil.given ?? []);
  const choices = received.reduce((sum, count) => sum + count, 0);
  const count = (holds: (pupil: PupilFigures) => boolean): number => pupils.filter(holds).length;
  return {
    n,
    respondents: given.length,
    participation: ratio(given.length, n),
    dropped,
    choices,
    density: ratio(choices, n * (n - 1)),
    observedDensity: ratio(choices, given.length * (n - 1)),
    dyadCensus: dyadCensus(graph),
    reciprocity: { ...reciprocity(graph), edgewiseAmongRespondents: reciprocity(among).edgewise },
    katzPowell: katzPowell(among),
    triadCensus: triadCensus(graph),
    transitivity: transitivity(graph),
    weakComponentSizes: sizesOf(measures.weak),
    strongComponentSizes: sizesOf(strongComponents(graph)),
    mutualComponentSizes: sizesOf(measures.mutual),
    unchosenCount: count((pupil) => pupil.unchosen === true),
    isolateCount: count((pupil) => pupil.isolate === true),
    withoutMutualCount: count((pupil) => pupil.withoutMutual === true),
    gaveNoneCount: count((pupil) => pupil.given === 0),
    centralization: {
      indegree: centralization(received, (n - 1) ** 2),
      // Of r who answered, the most centralised is one who chose all n − 1 and r − 1 who chose nobody.
      outdegree: centralization(given, (given.length - 1) * (n - 1)),
      betweenness: centralization(measures.betweenness, (n - 1) ** 2 * (n - 2)),
    },
    mutualTriangles: triangles(graph.mutual),
    mutualCliqueCount,
    subgroupCount: sizesOf(measures.subgroups).filter((size) => size > 1).length,
    modularity: modularity(graph.mutual, measures.subgroups),
    receivedDistribution: distribution(received),
  };
}

function distribution(received: readonly number[]): number[] {
  const most = received.reduce((a, b) => Math.max(a, b), -1);
  const pupilsWith = new Array<number>(most + 1).fill(0);
  for (const count of received) pupilsWith[count]! += 1;
  return pupilsWith;
}
