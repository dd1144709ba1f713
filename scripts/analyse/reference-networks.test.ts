import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'samhold-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Real networks published by others, described by networkx, igraph and sna; see SOURCES.md beside them.
const reference = resolve(import.meta.dirname, '../../../shared/reference/sociometry');
const present = existsSync(join(reference, 'networks.json'));
if (!present) console.warn('reference networks absent: the tests of the command against them are skipped');

type Graph = Readonly<Record<string, unknown>> & { readonly nodes: readonly string[] };
type GraphFile = { readonly graphs: Readonly<Record<string, Graph>> };

/** Where two values differ by more than the digits that reference values are rounded to. */
const differences = (found: unknown, wanted: unknown, path: string): readonly string[] => {
  if (typeof found === 'number' && typeof wanted === 'number')
    return Math.abs(found - wanted) < 1e-7 ? [] : [`${path}: ${found} for ${wanted}`];
  if (typeof wanted !== 'object' || wanted === null || typeof found !== 'object' || found === null)
    return found === wanted ? [] : [`${path}: ${String(found)} for ${String(wanted)}`];
  const [ours, theirs] = [Object.entries(found), Object.entries(wanted)];
  if (Array.isArray(wanted) && ours.length !== theirs.length) return [`${path}: another length`];
  const own = new Map<string, unknown>(ours);
  return theirs.flatMap(([key, value]) => differences(own.get(key), value, `${path}.${key}`));
};

const keys = [
  ...['n', 'm', 'nodes', 'selfLoopsDropped', 'density', 'indegree', 'outdegree', 'dyadCensus', 'reciprocity'],
  ...[
    'triadCensus',
    'weakComponents',
    'strongComponents',
    'isolates',
    'centralization',
    'betweenness',
    'pagerank',
  ],
];

describe.skipIf(!present)('network of published data', () => {
  const { graphs } = present
    ? (JSON.parse(readFileSync(join(reference, 'networks.json'), 'utf8')) as GraphFile) // asserted below
    : { graphs: {} };
  const wished = Object.entries(graphs).flatMap(([name, graph]) => {
    const [family = '', second = '', third] = name.split('.');
    const relation = { knecht: 'friend', s50: 'friend', coleman: 'friend', sampson: second }[family];
    if (relation === undefined) return [];
    const edges = join(reference, `data/${family}.edges.csv`);
    const wave = (third ?? second).slice(1);
    return [{ name, graph, args: ['--edges', edges, '--wave', wave, '--relation', relation] }];
  });

  it.each(wished)('$name has the stored values', ({ name, graph, args }) => {
    const roster = join(folder, `${name}.csv`);
    writeFileSync(roster, ['id', ...graph.nodes.map((id) => `"${id}"`)].join('\n'));
    const { output } = analyse(['network', ...args, '--roster', roster], folder);
    const found = JSON.parse(output) as Record<string, unknown>; // an object
    expect(keys.flatMap((key) => differences(found[key], graph[key], key))).toEqual([]);
  });
});
