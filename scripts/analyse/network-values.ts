import {
  classicIndices,
  cronbachAlpha,
  describeLabels,
  describeNetwork,
  splitHalf,
  type ChoiceNetwork,
} from '../../packages/analysis/src/index.ts';

/**
 * A network described under the names that social network packages use; arrays follow `nodes`, which follows the roster. What
 * a pupil who did not answer would have chosen counts as unknown: `outdegree` is null there. `seed` is that of the split halves;
 * `labelOf` gives a label per pupil, whose mixing is described when it is given.
 */
export const networkValues = (
  network: ChoiceNetwork,
  seed: number,
  labelOf: ReadonlyMap<string, string> | undefined,
) => {
  const { class: figures, pupils, ties } = describeNetwork(network);
  const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  const ordered = network.roster.flatMap((id) => byId.get(id) ?? []);
  const classic = classicIndices(network);
  /** From the order of sorted ids to that of the roster. */
  const inOrder = <T>(values: readonly T[]): (T | undefined)[] => {
    const at = new Map(pupils.map((pupil, place) => [pupil.pupilId, place]));
    return ordered.map(({ pupilId }) => values[at.get(pupilId) ?? -1]);
  };
  type Pupil = (typeof ordered)[number];
  const where = (holds: (pupil: Pupil) => boolean): string[] =>
    ordered.filter(holds).map((pupil) => pupil.pupilId);
  const { mutual, asymmetric, null: none } = figures.dyadCensus;
  const pairs = (figures.n * (figures.n - 1)) / 2;
  const members = [...Map.groupBy(ordered, (pupil) => pupil.mutualComponent).values()]
    .map((list) => list.map((pupil) => pupil.pupilId))
    .filter((list) => list.length > 1);
  return {
    n: figures.n,
    m: figures.choices,
    respondents: figures.respondents,
    selfLoopsDropped: figures.dropped.self,
    nodes: ordered.map((pupil) => pupil.pupilId),
    density: figures.density,
    indegree: ordered.map((pupil) => pupil.received),
    outdegree: ordered.map((pupil) => pupil.given),
    dyadCensus: { M: mutual, A: asymmetric, N: none },
    mutualPairs: ties.mutualPairs,
    reciprocity: {
      edgewise: figures.reciprocity.edgewise,
      dyadic_M_over_MA: figures.reciprocity.dyadic,
      snaDyadic: pairs === 0 ? null : (mutual + none) / pairs,
      mutualOverPossiblePairs: pairs === 0 ? null : mutual / pairs,
    },
    triadCensus: figures.triadCensus,
    transitivity: figures.transitivity,
    weakComponents: figures.weakComponentSizes,
    strongComponents: figures.strongComponentSizes,
    isolates: {
      indegree0: where((pupil) => pupil.unchosen === true),
      outdegree0: where((pupil) => pupil.given === 0),
      inAndOut0: where((pupil) => pupil.isolate === true),
      noMutual: where((pupil) => pupil.withoutMutual === true),
    },
    centralization: figures.centralization,
    betweenness: ordered.map((pupil) => pupil.betweenness),
    pagerank: ordered.map((pupil) => pupil.pagerank),
    mutualGraph: {
      components: figures.mutualComponentSizes,
      componentMembers: members,
      cliques3plus: ties.mutualCliques,
      triangles: figures.mutualTriangles,
      articulationPoints: where((pupil) => pupil.articulationPoint),
      bridges: ties.bridges,
      coreNumber: ordered.map((pupil) => pupil.coreNumber),
      modularity: figures.modularity,
      membership: ordered.map((pupil) => pupil.subgroup),
    },
    // Here a pupil who did not answer counts as one who chose nobody, as in the tables of the older literature.
    classic: {
      ...classic,
      expansiveness: inOrder(classic.expansiveness),
      statusRatio: inOrder(classic.statusRatio),
    },
    reliability: { ...splitHalf(network, seed), cronbachAlpha: cronbachAlpha(network) },
    ...(labelOf === undefined ? {} : { labels: describeLabels(network, labelOf) }),
  };
};
