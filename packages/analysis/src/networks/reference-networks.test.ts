import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { changeBetween } from './change.ts';
import { describeNetwork } from './describe-network.ts';
import {
  choicesOf,
  type Karate,
  type Reference,
  type ReferenceFile,
  type Row,
} from './reference-graph.fixture.ts';

// Real networks published by others, described by networkx, igraph and sna; see SOURCES.md beside them.
const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${folder}networks.json`);
if (!present) console.warn('reference networks absent: the tests against them are skipped');

function rowsOf(file: string): Row[] {
  const [head = [], ...lines] = readFileSync(`${folder}data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '')));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

const file: ReferenceFile = present
  ? (JSON.parse(readFileSync(`${folder}networks.json`, 'utf8')) as ReferenceFile) // the shape is asserted by the tests
  : { graphs: {}, change: {} };

function networkOf(reference: Reference): ChoiceNetwork {
  return {
    roster: reference.nodes,
    respondents: reference.nodes,
    choices: choicesOf(reference.name, rowsOf),
  };
}

const sortedLists = (lists: readonly (readonly string[])[]): string[] =>
  lists.map((list) => [...list].sort().join(' ')).sort();

/** Reference values are rounded to `decimals`; half a unit of the last is theirs, 1e-9 is ours. */
function expectClose(actual: readonly (number | null)[], expected: readonly number[], decimals = 10): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs((value ?? NaN) - (expected[i] ?? NaN))).toBeLessThan(0.5 * 10 ** -decimals + 1e-9);
  });
}

const directed = Object.values(file.graphs).filter((graph) => graph.name !== 'karate');
const described = new Map(directed.map((graph) => [graph.name, describeNetwork(networkOf(graph))]));

describe.skipIf(!present)('the description of a published network', () => {
  it.each(directed.map((graph) => [graph.name, graph] as const))('%s equals the reference', (name, graph) => {
    const { class: figures, pupils, ties } = described.get(name) ?? describeNetwork(networkOf(graph));
    const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
    const ordered = graph.nodes.map((id) => byId.get(id) ?? expect.fail(`${id} is missing`));
    const idsWhere = (holds: (pupil: (typeof ordered)[number]) => boolean): string[] =>
      ordered
        .filter(holds)
        .map((pupil) => pupil.pupilId)
        .sort();

    expect(figures.n).toBe(graph.n);
    expect(figures.choices).toBe(graph.m);
    expect(figures.dropped.self).toBe(graph.selfLoopsDropped);
    expect(ordered.map((pupil) => pupil.received)).toEqual(graph.indegree);
    expect(ordered.map((pupil) => pupil.given)).toEqual(graph.outdegree);
    const { M, A, N } = graph.dyadCensus;
    expect(figures.dyadCensus).toEqual({ mutual: M, asymmetric: A, null: N });
    expect(figures.triadCensus).toEqual(graph.triadCensus);
    expect(figures.transitivity.transitiveTriples).toBe(graph.transitivity.transitiveTriples);
    expect(figures.transitivity.twoPaths).toBe(graph.transitivity.twoPaths);
    expect(figures.weakComponentSizes).toEqual(graph.weakComponents);
    expect(figures.strongComponentSizes).toEqual(graph.strongComponents);
    expect(figures.mutualComponentSizes).toEqual(graph.mutualGraph.components);
    expect(figures.mutualTriangles).toBe(graph.mutualGraph.triangles);
    expect(figures.mutualCliqueCount).toBe(graph.mutualGraph.cliques3plus.length);
    expectClose(
      [
        figures.density,
        figures.observedDensity,
        figures.reciprocity.edgewise,
        figures.reciprocity.edgewiseAmongRespondents,
        figures.reciprocity.dyadic,
        figures.katzPowell,
        figures.transitivity.directedWeak,
        figures.transitivity.undirectedMutual,
        figures.centralization.indegree,
        figures.centralization.outdegree,
        figures.centralization.betweenness,
      ],
      [
        graph.density,
        graph.density,
        graph.reciprocity.edgewise,
        graph.reciprocity.edgewise,
        graph.reciprocity.dyadic_M_over_MA,
        graph.classic.katzPowell,
        graph.transitivity.directedWeak,
        graph.transitivity.undirectedMutual,
        graph.centralization.indegree,
        graph.centralization.outdegree,
        graph.centralization.betweenness,
      ],
    );
    expectClose(
      ordered.map((pupil) => pupil.betweenness),
      graph.betweenness,
    );
    expectClose(
      ordered.map((pupil) => pupil.pagerank),
      graph.pagerank,
      8,
    );
    expect(ordered.map((pupil) => pupil.coreNumber)).toEqual(graph.mutualGraph.coreNumber);

    const { indegree0, outdegree0, inAndOut0, noMutual } = graph.isolates;
    expect(idsWhere((pupil) => pupil.unchosen === true)).toEqual([...indegree0].sort());
    expect(idsWhere((pupil) => pupil.given === 0)).toEqual([...outdegree0].sort());
    expect(idsWhere((pupil) => pupil.isolate === true)).toEqual([...inAndOut0].sort());
    expect(idsWhere((pupil) => pupil.withoutMutual === true)).toEqual([...noMutual].sort());
    expect([
      figures.unchosenCount,
      figures.gaveNoneCount,
      figures.isolateCount,
      figures.withoutMutualCount,
    ]).toEqual([indegree0.length, outdegree0.length, inAndOut0.length, noMutual.length]);
    expect(idsWhere((pupil) => pupil.articulationPoint)).toEqual(
      [...graph.mutualGraph.articulationPoints].sort(),
    );

    expect(sortedLists(ties.mutualPairs)).toEqual(sortedLists(graph.mutualPairs));
    expect(sortedLists(ties.mutualCliques)).toEqual(sortedLists(graph.mutualGraph.cliques3plus));
    expect(sortedLists(ties.bridges)).toEqual(sortedLists(graph.mutualGraph.bridges));
    const members = Map.groupBy(ordered, (pupil) => pupil.mutualComponent);
    expect(
      sortedLists(
        [...members.values()]
          .filter((list) => list.length > 1)
          .map((list) => list.map((pupil) => pupil.pupilId)),
      ),
    ).toEqual(sortedLists(graph.mutualGraph.componentMembers));
  });

  it('finds the partition of highest modularity wherever the optimum is known', () => {
    const known = directed.filter((graph) => typeof graph.mutualGraph.optimalModularity === 'number');
    expect(known).toHaveLength(29);
    const shortfalls = known.map((graph) => {
      const optimum = graph.mutualGraph.optimalModularity ?? NaN;
      return { name: graph.name, gap: optimum - (described.get(graph.name)?.class.modularity ?? NaN) };
    });
    expect(shortfalls.filter(({ gap }) => !(Math.abs(gap) < 1e-9))).toEqual([]);
  });

  it('reaches at least the best of thirty Leiden runs where the optimum is unknown', () => {
    for (const graph of directed) {
      const reached = described.get(graph.name)?.class.modularity ?? NaN;
      expect(reached).toBeGreaterThan(graph.mutualGraph.leidenBestOf30Modularity - 1e-9);
    }
  });
});

describe.skipIf(!present)('the karate club, read as choices both ways', () => {
  it('equals the reference for the undirected graph', () => {
    const reference = (file.graphs.karate ?? expect.fail('karate is missing')) as Karate; // its own shape
    const { class: figures, pupils, ties } = describeNetwork(networkOf(reference));
    const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
    const ordered = reference.nodes.map((id) => byId.get(id) ?? expect.fail(`${id} is missing`));
    expect(figures.dyadCensus.mutual).toBe(reference.m);
    expect(ordered.map((pupil) => pupil.received)).toEqual(reference.degree);
    expect(figures.mutualComponentSizes).toEqual(reference.components);
    expect(sortedLists(ties.mutualCliques)).toEqual(sortedLists(reference.cliques3plus));
    expect(ordered.filter((pupil) => pupil.articulationPoint).map((pupil) => pupil.pupilId)).toEqual(
      reference.articulationPoints,
    );
    // An ordered pair each way: twice the undirected value.
    expectClose(
      ordered.map((pupil) => pupil.betweenness / 2),
      reference.betweenness,
    );
    expectClose(
      [figures.density, figures.transitivity.undirectedMutual, figures.modularity],
      [reference.density, reference.transitivity, reference.optimalModularity],
    );
  });
});

describe.skipIf(!present)('change between published rounds', () => {
  const participation = present ? rowsOf('knecht.participation.csv') : [];
  const idsIn = (wave: string, column: string): string[] =>
    participation.flatMap((row) => (row.wave === wave && row[column] === 'TRUE' ? [row.id ?? ''] : []));

  it.each(Object.keys(file.change))('%s equals the reference', (name) => {
    const expected = file.change[name] ?? expect.fail(`${name} is missing`);
    const [first = '', second = ''] = name.slice(-2);
    const observed = name.includes('observed');
    const base = name.slice(0, name.lastIndexOf('.'));
    const round = (wave: string): ChoiceNetwork => {
      const graph = `${observed ? 'knecht' : base}.w${wave}`;
      const nodes = file.graphs[graph]?.nodes ?? [];
      return {
        roster: observed ? idsIn(wave, 'member') : nodes,
        respondents: observed ? idsIn(wave, 'respondent') : nodes,
        choices: choicesOf(graph, rowsOf),
      };
    };
    const change = changeBetween(round(first), round(second));
    const { n11, n10, n01, n00, hamming } = expected;
    expect(change).toMatchObject({ n11, n10, n01, n00, hamming });
    expectClose([change.jaccard], [expected.jaccard]);
    if (observed) {
      expect([change.members, change.respondents]).toEqual([expected.members, expected.respondents]);
    }
  });
});
