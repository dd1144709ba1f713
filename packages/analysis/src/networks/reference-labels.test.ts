import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectReference } from './expect-reference.fixture.ts';
import { assortativity, eiIndex } from './mixing.ts';
import { partitionJson } from './partition-json.ts';
import { referenceNetworks } from './reference-rows.fixture.ts';

// Real networks published by others, described by networkx, igraph and sna; see SOURCES.md beside them.
const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${folder}networks.json`);
if (!present) console.warn('reference networks absent: the tests against them are skipped');
const { file, networkOf, rowsOf } = referenceNetworks(
  present ? (path) => readFileSync(`${folder}${path}`, 'utf8') : null,
);

const partitions = Object.values(file.graphs).flatMap((graph) =>
  Object.entries(graph.partitions).map(([label, values]) => [graph.name, label, graph, values] as const),
);
const published = partitions.filter(([, label]) => !label.startsWith('smoke'));

describe.skipIf(!present)('choices by a label in a published network', () => {
  it('is tested on all 13 partitions', () => expect(partitions).toHaveLength(13));

  it.each(published)('%s by %s has every reference value', (name, label, graph, values) => {
    const rows = rowsOf(`${name.split('.')[0]}.nodes.csv`).filter((row) =>
      graph.nodes.includes(row.id ?? ''),
    );
    const labelOf = new Map(rows.map((row) => [row.id ?? '', row[label] ?? '']));
    expectReference(partitionJson(networkOf(graph), labelOf), values);
  });

  // The label of each pupil is not published with these: what follows from the mixing matrix is tested.
  it.each(partitions)('%s by %s has the values that its mixing matrix gives', (_, __, ___, values) => {
    const labels = Object.keys(values.counts);
    const mixing = {
      labels,
      counts: labels.map((from) => labels.map((to) => values.mixing[`${from}->${to}`] ?? NaN)),
    };
    const { modularity: modularityDirected, coefficient } = assortativity(mixing);
    const choices = eiIndex(mixing);
    expectReference(
      {
        ...values,
        modularityDirected,
        assortativity: coefficient,
        directed: { ...choices, EI: choices.eiIndex },
      },
      values,
    );
  });
});
