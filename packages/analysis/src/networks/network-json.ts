import type { ChoiceNetwork } from '../network.ts';
import { centralization } from './centralization.ts';
import { classicIndices } from './classic-indices.ts';
import { cleanNetwork } from './clean-network.ts';
import { describeNetwork } from './describe-network.ts';
import { digraphOf, ratio, type Neighbours } from './digraph.ts';
import type { PupilFigures } from './network-description.ts';
import { undirectedTransitivity } from './transitivity.ts';

/**
 * The description of a network by the keys that published reference files use; lists follow `nodes`, the roster's order.
 * `optimalModularity` and `optimalMembership` are of the best division found, which is not proven to be the best there is.
 */
export function networkJson(network: ChoiceNetwork) {
  const { class: figures, ties, ...rest } = describeNetwork(network);
  const nodes = [...new Set(network.roster)];
  const { graph, inOrder, pupils } = ordered(network, nodes, rest.pupils);
  const { dyadCensus, transitivity } = figures;
  const classic = classicIndices(network);
  const pairs = dyadCensus.mutual + dyadCensus.asymmetric + dyadCensus.null;
  return {
    directed: true,
    n: figures.n,
    m: figures.choices,
    selfLoopsDropped: figures.dropped.self,
    nodes,
    density: figures.density,
    indegree: pupils.map((pupil) => pupil.received),
    outdegree: pupils.map((pupil) => pupil.given),
    dyadCensus: { M: dyadCensus.mutual, A: dyadCensus.asymmetric, N: dyadCensus.null },
    mutualPairs: ties.mutualPairs,
    reciprocity: {
      edgewise: figures.reciprocity.edgewise,
      dyadic_M_over_MA: figures.reciprocity.dyadic,
      snaDyadic: ratio(dyadCensus.mutual + dyadCensus.null, pairs),
      mutualOverPossiblePairs: ratio(dyadCensus.mutual, pairs),
    },
    triadCensus: figures.triadCensus,
    transitivity: { ...transitivity, undirectedWeakSym: undirectedTransitivity(graph.either) },
    weakComponents: figures.weakComponentSizes,
    strongComponents: figures.strongComponentSizes,
    isolates: {
      indegree0: idsWhere(pupils, (pupil) => pupil.unchosen === true),
      outdegree0: idsWhere(pupils, (pupil) => pupil.given === 0),
      inAndOut0: idsWhere(pupils, (pupil) => pupil.isolate === true),
      noMutual: idsWhere(pupils, (pupil) => pupil.withoutMutual === true),
    },
    centralization: figures.centralization,
    betweenness: pupils.map((pupil) => pupil.betweenness),
    pagerank: pupils.map((pupil) => pupil.pagerank),
    mutualGraph: {
      components: figures.mutualComponentSizes,
      componentMembers: membersOf(pupils, (pupil) => pupil.mutualComponent),
      cliques3plus: ties.mutualCliques,
      triangles: figures.mutualTriangles,
      articulationPoints: idsWhere(pupils, (pupil) => pupil.articulationPoint),
      bridges: ties.bridges,
      coreNumber: pupils.map((pupil) => pupil.coreNumber),
      optimalModularity: figures.modularity,
      optimalMembership: pupils.map((pupil) => pupil.subgroup),
    },
    classic: {
      ...classic,
      expansiveness: inOrder(classic.expansiveness),
      statusRatio: inOrder(classic.statusRatio),
    },
    respondents: figures.respondents,
    dropped: figures.dropped,
  };
}

/** The same for ties without a direction, where every tie is mutual. */
export function undirectedJson(network: ChoiceNetwork) {
  const { class: figures, ties, ...rest } = describeNetwork(network);
  const nodes = [...new Set(network.roster)];
  const { graph, inOrder, pupils } = ordered(network, nodes, rest.pupils);
  const degree = pupils.map((pupil) => pupil.received);
  const clustering = inOrder(graph.mutual.map((list) => localClustering(graph.mutual, list)));
  return {
    directed: false,
    n: figures.n,
    m: figures.dyadCensus.mutual,
    selfLoopsDropped: figures.dropped.self,
    nodes,
    density: figures.density,
    degree,
    transitivity: figures.transitivity.undirectedMutual,
    averageClustering: ratio(
      clustering.reduce((sum, value) => sum + value, 0),
      figures.n,
    ),
    components: figures.mutualComponentSizes,
    componentMembers: membersOf(pupils, (pupil) => pupil.mutualComponent),
    isolates: idsWhere(pupils, (pupil) => pupil.received === 0),
    degreeCentralization: centralization(degree, (figures.n - 1) * (figures.n - 2)),
    // An ordered pair each way: twice the undirected value.
    betweenness: pupils.map((pupil) => pupil.betweenness / 2),
    pagerank: pupils.map((pupil) => pupil.pagerank),
    cliques3plus: ties.mutualCliques,
    cliqueSizes: ties.mutualCliques.map((clique) => clique.length).sort((a, b) => b - a),
    triangles: figures.mutualTriangles,
    articulationPoints: idsWhere(pupils, (pupil) => pupil.articulationPoint),
    bridges: ties.bridges,
    coreNumber: pupils.map((pupil) => pupil.coreNumber),
    optimalModularity: figures.modularity,
    optimalMembership: pupils.map((pupil) => pupil.subgroup),
    optimalGroups: figures.subgroupCount,
  };
}

/** Figures in the order of `nodes`; the description sorts the roster. */
function ordered(network: ChoiceNetwork, nodes: readonly string[], described: readonly PupilFigures[]) {
  const cleaned = cleanNetwork(network).network;
  const at = new Map(cleaned.roster.map((id, i) => [id, i]));
  const inOrder = <Value>(values: readonly Value[]): Value[] =>
    nodes.flatMap((id) => values.slice(at.get(id) ?? 0, (at.get(id) ?? 0) + 1));
  return { graph: digraphOf(cleaned), inOrder, pupils: inOrder(described) };
}

const idsWhere = (
  pupils: readonly PupilFigures[],
  holds: (pupil: PupilFigures) => boolean,
): readonly string[] => pupils.filter(holds).map((pupil) => pupil.pupilId);

/** The members of each part of at least two, by the number of the part. */
const membersOf = (
  pupils: readonly PupilFigures[],
  partOf: (pupil: PupilFigures) => number,
): readonly (readonly string[])[] =>
  [...Map.groupBy(pupils, partOf)]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => members.map((pupil) => pupil.pupilId))
    .filter((members) => members.length > 1);

/** The share of pairs of neighbours that are neighbours (Watts & Strogatz 1998); 0 with fewer than two. */
function localClustering(neighbours: Neighbours, own: readonly number[]): number {
  const tied = own.reduce((sum, i) => sum + (neighbours[i] ?? []).filter((j) => own.includes(j)).length, 0);
  return own.length < 2 ? 0 : tied / (own.length * (own.length - 1));
}
