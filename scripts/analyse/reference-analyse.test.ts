import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { expectReference } from '../../packages/analysis/src/networks/expect-reference.fixture.ts';
import type { Reference } from '../../packages/analysis/src/networks/reference-graph.fixture.ts';
import { referenceNetworks } from '../../packages/analysis/src/networks/reference-rows.fixture.ts';
import { openFolder } from './run-analyse.fixture.ts';

// Real networks published by others, described by networkx, igraph and sna; see SOURCES.md beside them.
const reference = fileURLToPath(new URL('../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${reference}networks.json`);
if (!present) console.warn('reference networks absent: the command is not tested against them');
const { file, rowsOf } = referenceNetworks(
  present ? (path) => readFileSync(`${reference}${path}`, 'utf8') : null,
);
const graphs = Object.values(file.graphs);
const folder = openFolder();
afterAll(() => folder.remove());

/** The rows of a graph's file, by the options of the command. */
function rowsWanted(name: string): readonly string[] {
  const [family = '', second = '', third = ''] = name.split('.');
  const wave = ['--wave', (third === '' ? second : third).replace('w', '')];
  const edges = (from: string): string[] => ['--edges', `${reference}data/${from}`];
  switch (family) {
    case 'karate':
      return [...edges('karate.edges.csv'), '--undirected'];
    case 'moreno1934':
      return [...edges('moreno1934.edges.csv'), '--class', second];
    case 'mcfarland':
      return [...edges('mcfarland-sem2.ratings.csv'), '--class', second.slice(1), '--min-weight', '2'];
    case 'newcomb':
      return [...edges('newcomb.rankings.csv'), ...wave, '--max-rank', '3'];
    case 'sampson':
      return [...edges('sampson.edges.csv'), ...wave, '--relation', second];
    default:
      return [...edges(`${family}.edges.csv`), ...wave];
  }
}

/** A class list of the graph's nodes, with the published columns that it is divided by. */
function writeRoster(graph: Reference, labels: readonly string[]): void {
  const rows = labels.length === 0 ? [] : rowsOf(`${graph.name.split('.')[0]}.nodes.csv`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = graph.nodes.map((id) => [id, ...labels.map((label) => byId.get(id)?.[label])].join(','));
  folder.write('roster.csv', [['id', ...labels].join(','), ...lines].join('\n'));
}

/** What names the graph; what follows from another program's division into groups; labels that are not published. */
const apart = ['name', 'note', 'mutualGraph.optimalMembership', 'mutualGraph.leidenBestOf30Modularity'];
const unpublished = ['partitions.smoke1', 'partitions.smoke2', 'partitions.smoke3'];

describe.skipIf(!present)('npm run analyse -- network', () => {
  it('is tested on all 34 graphs', () => expect(graphs).toHaveLength(34));

  it.each(graphs.map((graph) => [graph.name, graph] as const))(
    'prints every value of %s',
    async (name, graph) => {
      const labels = Object.keys(graph.partitions ?? {}).filter((label) => !label.startsWith('smoke'));
      writeRoster(graph, labels);
      const { code, out } = await folder.analyse(
        'network',
        ...rowsWanted(name),
        ...['--roster', 'roster.csv'],
        ...labels.flatMap((label) => ['--label', label]),
      );
      expect(code).toBe(0);
      const printed = JSON.parse(out) as Record<string, unknown>; // compared key by key
      expect(printed['nodes']).toEqual(graph.nodes);
      expectReference(printed, graph, [...apart, ...unpublished]);
    },
  );
});

describe.skipIf(!present)('npm run analyse -- status', () => {
  const stored = present
    ? (JSON.parse(readFileSync(`${reference}status.json`, 'utf8')) as {
        readonly groups: Readonly<Record<string, { readonly cd: Readonly<Record<string, object>> }>>;
        readonly ratings: Readonly<Record<string, { readonly result: object }>>;
      }) // compared key by key
    : { groups: {}, ratings: {} };

  it('prints the statuses of a group by likes and dislikes', async () => {
    writeRoster({ ...file.graphs['sampson.like.w1'] } as Reference, []); // it is there
    const { code, out } = await folder.analyse(
      ...['status', '--edges', `${reference}data/sampson.edges.csv`, '--wave', '1', '--roster', 'roster.csv'],
      ...['--likes', 'like', '--dislikes', 'dislike', '--method', 'coie-dodge-1983'],
    );
    const printed = JSON.parse(out) as Record<string, object>; // compared key by key
    const expected = stored.groups['sampson.w1']?.cd['cd83|sample|proportion|restandardised'] as {
      status: object;
    };
    expect([code, printed['status']]).toEqual([0, expected.status]);
  });

  it('prints the totals and tails of a group by ratings', async () => {
    const { code, out } = await folder.analyse(
      ...[
        'status',
        '--ratings',
        `${reference}data/ssrat-primary.ratings.csv`,
        '--class',
        '35',
        '--wave',
        '1996',
      ],
    );
    const printed = JSON.parse(out) as { readonly result: Readonly<Record<string, object>> }; // compared key by key
    expect(code).toBe(0);
    for (const [id, totals] of Object.entries(
      stored.ratings['ssrat.35.1996']?.result ?? expect.fail('missing'),
    ))
      expectReference(printed.result[id], totals, ['status']);
  });
});
