import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { changeBetween } from './change.ts';
import { byCodeUnit, cleanNetwork } from './clean-network.ts';
import { describeNetwork } from './describe-network.ts';
import { digraphOf } from './digraph.ts';
import { expectReference } from './expect-reference.fixture.ts';
import { modularity } from './modularity.ts';
import { networkJson, undirectedJson } from './network-json.ts';
import { choicesOf } from './reference-graph.fixture.ts';
import { referenceNetworks } from './reference-rows.fixture.ts';

// Real networks published by others, described by networkx, igraph and sna; see SOURCES.md beside them.
const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${folder}networks.json`);
if (!present) console.warn('reference networks absent: the tests against them are skipped');
const { file, networkOf, rowsOf } = referenceNetworks(
  present ? (path) => readFileSync(`${folder}${path}`, 'utf8') : null,
);

const directed = Object.values(file.graphs).filter((graph) => graph.name !== 'karate');
const described = new Map(directed.map((graph) => [graph.name, describeNetwork(networkOf(graph))]));

/** What names the graph rather than measures it. */
const names = ['name', 'note'];
/** What has a test of its own, here or in reference-labels.test.ts. */
const apart = ['partitions', 'mutualGraph.optimalMembership', 'mutualGraph.leidenBestOf30Modularity'];

describe.skipIf(!present)('the description of a published network', () => {
  it('is tested on all 33 directed graphs', () => expect(directed).toHaveLength(33));

  it.each(directed.map((graph) => [graph.name, graph] as const))(
    '%s has every reference value',
    (_, graph) => {
      expectReference(networkJson(networkOf(graph)), graph, [...names, ...apart]);
    },
  );

  it('agrees with the modularity of each stored optimal partition', () => {
    for (const graph of directed) {
      const { optimalMembership, optimalModularity } = graph.mutualGraph;
      if (optimalMembership === undefined) continue;
      const roster = [...graph.nodes].sort(byCodeUnit);
      const parts = roster.map((id) => optimalMembership[graph.nodes.indexOf(id)] ?? NaN);
      const { mutual } = digraphOf(cleanNetwork(networkOf(graph)).network);
      expectReference(modularity(mutual, parts), optimalModularity);
    }
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
  it('has every reference value of the undirected graph', () => {
    const reference = file.graphs.karate ?? expect.fail('karate is missing');
    expectReference(undirectedJson(networkOf(reference)), reference, [...names, 'partitions']);
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
    const { n11, n10, n01, hamming, members } = change;
    const shaped = {
      ...change,
      n: members,
      hammingNorm: hamming / (members * (members - 1)),
      keptShareOfFirst: n11 / (n11 + n10),
      keptShareOfSecond: n11 / (n11 + n01),
    };
    expectReference(shaped, expected);
  });
});
