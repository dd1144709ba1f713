import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { asGexf, asGraphml } from './as-graph.ts';
import { both, expectedTies, fileOf, labels } from './made-class.fixture.ts';

const file = fileOf();
const formats = [
  { name: 'GraphML', text: asGraphml(file), parse: parseGraphml, reader: 'read_graphml', ending: 'graphml' },
  { name: 'GEXF', text: asGexf(file), parse: parseGexf, reader: 'read_gexf', ending: 'gexf' },
] as const;

const python = spawnSync('python3', ['-c', 'import networkx']).status === 0;
if (!python) console.warn('networkx is not installed: graph files are not read by it');

const script = `
import json, sys, networkx
graph = getattr(networkx, sys.argv[1])(sys.argv[2])
name = {node: facts['label'] for node, facts in graph.nodes(data=True)}
print(json.dumps({
  'directed': graph.is_directed(),
  'received': {name[node]: facts['received'] for node, facts in graph.nodes(data=True)},
  'given': {name[node]: facts.get('given') for node, facts in graph.nodes(data=True)},
  'ties': [[name[a], name[b], facts['reciprocated'], facts['weight']] for a, b, facts in graph.edges(data=True)],
}))`;

type Read = {
  readonly directed: boolean;
  readonly received: Readonly<Record<string, number>>;
  readonly given: Readonly<Record<string, number | null>>;
  readonly ties: readonly (readonly [string, string, boolean, number])[];
};

const readByNetworkx = (reader: string, text: string, ending: string): Read => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-graph-'));
  try {
    const path = join(folder, `class.${ending}`);
    writeFileSync(path, text);
    const { stdout, stderr } = spawnSync('python3', ['-c', script, reader, path]);
    if (stdout.length === 0) throw new Error(stderr.toString());
    // As the script above prints it.
    return JSON.parse(stdout.toString()) as Read;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe.each(formats)('the sociogram as $name', ({ text, parse, reader, ending }) => {
  const received = Object.fromEntries(file.pupils.map((pupil) => [pupil.label, pupil.received]));

  test('is XML in which every id is declared once and every tie joins two pupils', () => {
    expect(XMLValidator.validate(text)).toBe(true);
    const options = { ignoreAttributes: false, attributeNamePrefix: '', isArray: () => true };
    const tree = JSON.stringify(new XMLParser(options).parse(text));
    const idsOf = (kind: string) =>
      [...text.matchAll(new RegExp(`<${kind} id="([^"]*)"`, 'g'))].map(([, id]) => id);
    const nodes = idsOf('node');
    expect(new Set(nodes).size).toBe(labels.length);
    expect(new Set(idsOf('edge')).size).toBe(expectedTies(both).size);
    for (const [, end] of text.matchAll(/(?:source|target)="([^"]*)"/g)) expect(nodes).toContain(end);
    const declared = [...text.matchAll(/<(?:key|attribute) id="([^"]*)"/g)].map(([, id]) => id);
    for (const [, id] of text.matchAll(/(?:<data key|for)="([^"]*)"/g))
      expect([...declared, 'node', 'edge', 'graph']).toContain(id);
    for (const said of ['8 av 9 elever svarte', '24. november 2026', 'Høstrunde', 'Alle spørsmål samlet'])
      expect(tree).toContain(said);
  });

  test('is read by graphology with every name, number and tie', () => {
    const graph = parse(DirectedGraph, text);
    const nameOf = (node: string) => String(graph.getNodeAttribute(node, 'label'));
    expect(graph.nodes().map(nameOf).sort()).toEqual([...labels].sort());
    expect(Object.fromEntries(graph.mapNodes((node, facts) => [nameOf(node), facts.received]))).toEqual(
      received,
    );
    const ties = graph.mapEdges((_edge, _facts, from, to) => `${nameOf(from)} → ${nameOf(to)}`);
    expect(new Set(ties)).toEqual(expectedTies(both));
  });

  test.skipIf(!python)('is read by networkx with every name, number and tie', { timeout: 60_000 }, () => {
    const read = readByNetworkx(reader, text, ending);
    expect(read.directed).toBe(true);
    expect(read.received).toEqual(received);
    expect(read.given[labels.at(-1) ?? ''] ?? null).toBeNull();
    expect(new Set(read.ties.map(([from, to]) => `${from} → ${to}`))).toEqual(expectedTies(both));
    const mutual = read.ties.filter(([, , isMutual]) => isMutual).map(([from, to]) => `${from} → ${to}`);
    expect(new Set(mutual)).toEqual(expectedTies(both, true));
    const [first, second] = labels;
    expect(read.ties.find(([from, to]) => from === first && to === second)?.[3]).toBe(2);
  });
});
