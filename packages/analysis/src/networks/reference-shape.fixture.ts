import { expect } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { classicIndices } from './classic-indices.ts';
import { cleanNetwork } from './clean-network.ts';
import { describeNetwork } from './describe-network.ts';
import { digraphOf } from './digraph.ts';
import { undirectedTransitivity } from './transitivity.ts';

/** Our values in the shape of a reference graph; arrays follow `nodes`. */
export function inReferenceShape(network: ChoiceNetwork, nodes: readonly string[]): Record<string, unknown> {
  const { class: figures, pupils, ties } = describeNetwork(network);
  const cleaned = cleanNetwork(network).network;
  const graph = digraphOf(cleaned);
  const at = new Map(cleaned.roster.map((id, i) => [id, i]));
  const inOrder = <T>(values: readonly T[]): (T | undefined)[] => nodes.map((id) => values[at.get(id) ?? -1]);
  const where = (holds: (pupil: (typeof pupils)[number]) => boolean): string[] =>
    pupils.filter(holds).map((pupil) => pupil.pupilId);
  const classic = classicIndices(network);
  const { dyadCensus, transitivity } = figures;
  const pairs = (figures.n * (figures.n - 1)) / 2;
  return {
    n: figures.n,
    m: figures.choices,
    selfLoopsDropped: figures.dropped.self,
    nodes,
    density: figures.density,
    indegree: inOrder(pupils.map((pupil) => pupil.received)),
    outdegree: inOrder(pupils.map((pupil) => pupil.given)),
    dyadCensus: { M: dyadCensus.mutual, A: dyadCensus.asymmetric, N: dyadCensus.null },
    mutualPairs: ties.mutualPairs,
    reciprocity: {
      edgewise: figures.reciprocity.edgewise,
      dyadic_M_over_MA: figures.reciprocity.dyadic,
      snaDyadic: (dyadCensus.mutual + dyadCensus.null) / pairs,
      mutualOverPossiblePairs: dyadCensus.mutual / pairs,
    },
    triadCensus: figures.triadCensus,
    transitivity: { ...transitivity, undirectedWeakSym: undirectedTransitivity(graph.either) },
    weakComponents: figures.weakComponentSizes,
    strongComponents: figures.strongComponentSizes,
    isolates: {
      indegree0: where((pupil) => pupil.unchosen === true),
      outdegree0: where((pupil) => pupil.given === 0),
      inAndOut0: where((pupil) => pupil.isolate === true),
      noMutual: where((pupil) => pupil.withoutMutual === true),
    },
    centralization: figures.centralization,
    betweenness: inOrder(pupils.map((pupil) => pupil.betweenness)),
    pagerank: inOrder(pupils.map((pupil) => pupil.pagerank)),
    mutualGraph: {
      components: figures.mutualComponentSizes,
      componentMembers: [...Map.groupBy(pupils, (pupil) => pupil.mutualComponent).values()]
        .filter((members) => members.length > 1)
        .map((members) => members.map((pupil) => pupil.pupilId)),
      cliques3plus: ties.mutualCliques,
      triangles: figures.mutualTriangles,
      articulationPoints: where((pupil) => pupil.articulationPoint),
      bridges: ties.bridges,
      coreNumber: inOrder(pupils.map((pupil) => pupil.coreNumber)),
      optimalModularity: figures.modularity,
    },
    classic: {
      ...classic,
      expansiveness: inOrder(classic.expansiveness),
      statusRatio: inOrder(classic.statusRatio),
    },
  };
}

/**
 * Expects `actual` to have every key of `expected` with the same value, except the key paths in `apart`. Lists of ids
 * and of lists of ids are compared as sets. Reference values are rounded to ten decimals, PageRank to eight; half a
 * unit of the last is theirs, 1e-9 is ours.
 */
export function expectReference(
  actual: unknown,
  expected: unknown,
  apart: readonly string[] = [],
  path = '',
): void {
  if (apart.includes(path)) return;
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number');
    const tolerance = (path.startsWith('pagerank') ? 0.5e-8 : 0.5e-10) + 1e-9;
    expect(Math.abs(Number(actual) - expected), path).toBeLessThanOrEqual(tolerance);
  } else if (
    Array.isArray(expected) &&
    !expected.every((entry) => typeof entry === 'number' || entry === null)
  ) {
    expect(asSet(actual), path).toEqual(asSet(expected));
  } else if (typeof expected === 'object' && expected !== null) {
    if (Array.isArray(expected)) expect(actual, path).toHaveLength(expected.length);
    for (const [key, value] of Object.entries(expected)) {
      const own = (actual as Record<string, unknown> | undefined)?.[key]; // undefined fails below
      expectReference(own, value, apart, path === '' ? key : `${path}.${key}`);
    }
  } else expect(actual, path).toBe(expected);
}

const asSet = (list: unknown): string[] =>
  (list as readonly unknown[])
    .map((entry) => (Array.isArray(entry) ? entry.toSorted().join(' ') : String(entry)))
    .sort(); // a list where the reference has one
