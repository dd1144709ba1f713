import { expect } from 'vitest';
import type { PupilFigures } from '@samhold/analysis';
import type { RecordedRound, Reference, Stored } from './reference-class.fixture.ts';

/** Reference values are rounded to `decimals`; half a unit of the last is theirs, 1e-9 is ours. */
const expectClose = (
  actual: readonly (number | null)[],
  expected: readonly number[],
  decimals = 10,
): void => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs((value ?? NaN) - (expected[i] ?? NaN))).toBeLessThan(0.5 * 10 ** -decimals + 1e-9);
  });
};

const sortedLists = (lists: readonly (readonly string[])[]): string[] =>
  lists.map((list) => [...list].sort().join(' ')).sort();

const within = (ids: ReadonlySet<string>, among: readonly string[]): boolean =>
  among.every((id) => ids.has(id));

/** What the reference says of the whole graph, whoever was absent. */
const expectGraph = ({ figures, ties }: Stored, graph: Reference): void => {
  const { M, A, N } = graph.dyadCensus;
  expect(figures).toMatchObject({
    n: graph.n,
    choices: graph.m,
    dropped: { self: 0 },
    dyadCensus: { mutual: M, asymmetric: A, null: N },
    triadCensus: graph.triadCensus,
    weakComponentSizes: graph.weakComponents,
    strongComponentSizes: graph.strongComponents,
    mutualComponentSizes: graph.mutualGraph.components,
    mutualTriangles: graph.mutualGraph.triangles,
    mutualCliqueCount: graph.mutualGraph.cliques3plus.length,
    unchosenCount: graph.isolates.indegree0.length,
  });
  const { transitiveTriples, twoPaths } = graph.transitivity;
  expect(figures.transitivity).toMatchObject({ transitiveTriples, twoPaths });
  expectClose(
    [
      figures.density,
      figures.reciprocity.edgewise,
      figures.reciprocity.dyadic,
      figures.transitivity.directedWeak,
      figures.transitivity.undirectedMutual,
      figures.centralization.indegree,
      figures.centralization.betweenness,
    ],
    [
      graph.density,
      graph.reciprocity.edgewise,
      graph.reciprocity.dyadic_M_over_MA,
      graph.transitivity.directedWeak,
      graph.transitivity.undirectedMutual,
      graph.centralization.indegree,
      graph.centralization.betweenness,
    ],
  );
  const { optimalModularity, leidenBestOf30Modularity } = graph.mutualGraph;
  if (optimalModularity !== null) expectClose([figures.modularity], [optimalModularity]);
  else expect(figures.modularity).toBeGreaterThan(leidenBestOf30Modularity - 1e-9);
  expect(figures.receivedDistribution).toEqual(
    Array.from(
      { length: Math.max(...graph.indegree) + 1 },
      (_, r) => graph.indegree.filter((received) => received === r).length,
    ),
  );
  expect(sortedLists(ties.mutualPairs)).toEqual(sortedLists(graph.mutualPairs));
  expect(sortedLists(ties.mutualCliques)).toEqual(sortedLists(graph.mutualGraph.cliques3plus));
  expect(sortedLists(ties.bridges)).toEqual(sortedLists(graph.mutualGraph.bridges));
};

const expectPupils = (pupils: readonly PupilFigures[], graph: Reference): void => {
  expect(pupils.map((pupil) => pupil.received)).toEqual(graph.indegree);
  expect(pupils.map((pupil) => pupil.coreNumber)).toEqual(graph.mutualGraph.coreNumber);
  expectClose(
    pupils.map((pupil) => pupil.betweenness),
    graph.betweenness,
  );
  expectClose(
    pupils.map((pupil) => pupil.pagerank),
    graph.pagerank,
    8,
  );
  const idsWhere = (holds: (pupil: PupilFigures) => boolean): string[] =>
    pupils.filter(holds).map((pupil) => pupil.pupilId);
  expect(idsWhere((pupil) => pupil.unchosen === true).sort()).toEqual([...graph.isolates.indegree0].sort());
  expect(idsWhere((pupil) => pupil.articulationPoint).sort()).toEqual(
    [...graph.mutualGraph.articulationPoints].sort(),
  );
  const members = Map.groupBy(pupils, (pupil) => pupil.mutualComponent);
  expect(
    sortedLists(
      [...members.values()]
        .filter((list) => list.length > 1)
        .map((list) => list.map((pupil) => pupil.pupilId)),
    ),
  ).toEqual(sortedLists(graph.mutualGraph.componentMembers));
};

/**
 * What rests on who answered. The reference knows no absent pupils, so its values are taken over those who answered; what
 * an absent pupil would have chosen must be stored as unknown.
 */
const expectAnswered = (
  stored: Stored,
  pupils: readonly PupilFigures[],
  round: RecordedRound,
  graph: Reference,
) => {
  const { figures } = stored;
  const answered = new Set(round.respondents);
  const r = answered.size;
  const { n } = graph;
  expect(figures.respondents).toBe(r);
  expectClose([figures.participation, figures.observedDensity], [r / n, graph.m / (r * (n - 1))]);
  expect(pupils.map((pupil) => pupil.given)).toEqual(
    graph.nodes.map((id, i) => (answered.has(id) ? graph.outdegree[i] : null)),
  );
  const possible = graph.nodes.map((id) => r - Number(answered.has(id)));
  expect(pupils.map((pupil) => pupil.possible)).toEqual(possible);
  expectClose(
    pupils.map((pupil) => pupil.receivedShare),
    graph.indegree.map((received, i) => received / (possible[i] ?? NaN)),
  );
  const given = graph.outdegree.filter((_, i) => answered.has(graph.nodes[i] ?? ''));
  const most = Math.max(...given);
  const spread = given.reduce((sum, count) => sum + most - count, 0);
  expectClose([figures.centralization.outdegree], [spread / ((r - 1) * (n - 1))]);
  expect(figures.gaveNoneCount).toBe(given.filter((count) => count === 0).length);
  const among = round.respondents.flatMap((id) =>
    (round.chosenBy.get(id) ?? []).filter((chosen) => answered.has(chosen)),
  ).length;
  const mutualAmong = graph.mutualPairs.filter((pair) => within(answered, pair)).length;
  expectClose([figures.reciprocity.edgewiseAmongRespondents], [(2 * mutualAmong) / among]);
  for (const [value, set] of [
    ['isolate', graph.isolates.inAndOut0],
    ['withoutMutual', graph.isolates.noMutual],
  ] as const) {
    // Unknown is allowed only where the reference, which takes absent for nobody chosen, says it holds.
    expect(
      pupils
        .filter((pupil) => pupil[value] !== false)
        .map((pupil) => pupil.pupilId)
        .sort(),
    ).toEqual([...set].sort());
    const certain = pupils.filter((pupil) => pupil[value] === true).length;
    expect(value === 'isolate' ? figures.isolateCount : figures.withoutMutualCount).toBe(certain);
  }
  if (r < n) return;
  expect([figures.isolateCount, figures.withoutMutualCount]).toEqual([
    graph.isolates.inAndOut0.length,
    graph.isolates.noMutual.length,
  ]);
  expectClose(
    [figures.katzPowell, figures.centralization.outdegree],
    [graph.classic.katzPowell, graph.centralization.outdegree],
  );
};

/** Every number of a stored description that the reference has, or that follows from it, equals it. */
export const expectReference = (stored: Stored, round: RecordedRound, graph: Reference): void => {
  const byId = new Map(stored.pupils.map((pupil) => [pupil.pupilId, pupil]));
  expect(stored.pupils).toHaveLength(graph.nodes.length);
  const pupils = graph.nodes.map((id) => byId.get(id) ?? expect.fail(`${id} is missing`));
  expectGraph(stored, graph);
  expectPupils(pupils, graph);
  expectAnswered(stored, pupils, round, graph);
};
