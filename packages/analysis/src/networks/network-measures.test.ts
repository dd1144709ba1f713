import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { describeNetwork } from './describe-network.ts';
import { measuresTable } from './measures-table.fixture.ts';
import type { MeasureInputs, NetworkMeasure } from './network-measure.ts';
import { networkMeasures } from './network-measures.ts';
import { seenGraph } from './seen-graph.ts';

const roster = [...'abcdefgh'];
const choicesOf = (pairs: readonly string[]) => pairs.map(([from = '', to = '']) => ({ from, to }));
const network = {
  roster,
  respondents: [...'abcdeg'],
  choices: choicesOf(['ab', 'ba', 'bc', 'cb', 'ac', 'ca', 'cd', 'dc', 'de', 'ef', 'ga', 'ah']),
};
const later = { roster, respondents: roster, choices: choicesOf(['ab', 'ba', 'bd', 'hg', 'gh']) };

const inputsOf = (before: ChoiceNetwork, after: ChoiceNetwork): MeasureInputs => ({
  choices: seenGraph(before),
  'choices-and-seed': { network: before, seed: 1 },
  labels: { network: before, labelOf: new Map(roster.map((id, i) => [id, i < 4 ? '5A' : '5B'])) },
  criteria: [before, after],
  rounds: { before, after },
});

const computed = ({ compute, needs }: NetworkMeasure, inputs: MeasureInputs): unknown =>
  (compute as (input: unknown) => unknown)(inputs[needs]); // the input is the one the measure names

/** The paths of all values; a list is one value, and the pupils are taken by the first. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('the list of measures', () => {
  it('has each id once', () => {
    const ids = networkMeasures.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('covers each value of a description once, under the scope it is in', () => {
    const described = describeNetwork(network);
    const paths = leaves({ ...described, pupils: described.pupils[0] }, '').filter(
      (path) => path !== 'version' && path !== 'pupils.pupilId',
    );
    expect(paths.length).toBeGreaterThan(60);
    const part = { class: 'class', pupil: 'pupils', tie: 'ties' };
    const covering = (path: string): string[] =>
      networkMeasures
        .filter(({ field }) => field !== null && (path === field || path.startsWith(`${field}.`)))
        .filter(({ scope }) => path.startsWith(`${part[scope]}.`))
        .map(({ id }) => id);
    expect(paths.filter((path) => covering(path).length !== 1)).toEqual([]);
  });

  it('computes also what needs more than one network', () => {
    const inputs = inputsOf(network, later);
    const value = (id: string): unknown =>
      computed(networkMeasures.find((measure) => measure.id === id) ?? expect.fail(id), inputs);
    // Worked by hand: of twelve choices de, ga and ah are between a–d and e–h; all four mutual ties are within.
    expect(value('ei-index')).toEqual({ choices: (3 - 9) / 12, mutual: -1 });
    expect(value('change')).toMatchObject({ respondents: 6, n11: 2, n10: 10, n01: 2, jaccard: 1 / 7 });
    expect(value('union')).toContainEqual({ from: 'a', to: 'b', criteria: 2, answered: 2 });
  });

  it('states a range that every measure keeps, in any class', () => {
    const id = fc.constantFrom(...roster);
    const networks = fc.record({
      roster: fc.constant(roster),
      respondents: fc.oneof(fc.constant(roster), fc.subarray(roster)),
      choices: fc.array(fc.record({ from: id, to: id }), { maxLength: 50 }),
    });
    const met = new Set<string>();
    fc.assert(
      fc.property(networks, networks, (before, after) => {
        const inputs = inputsOf(before, after);
        for (const measure of networkMeasures) {
          const [least, most] = measure.gives.range ?? [null, null];
          for (const value of numbersIn(computed(measure, inputs))) {
            met.add(measure.id);
            expect(Number.isFinite(value), measure.id).toBe(true);
            if (least !== null) expect(value, measure.id).toBeGreaterThanOrEqual(least - 1e-12);
            if (most !== null) expect(value, measure.id).toBeLessThanOrEqual(most + 1e-12);
          }
        }
      }),
      { seed: 4 },
    );
    const withoutNumber = networkMeasures.filter((measure) => !met.has(measure.id));
    expect(withoutNumber.filter(({ gives }) => gives.range !== null)).toEqual([]);
  });
});

describe('docs/methods/networks.md', () => {
  const page = (name: string): string =>
    readFileSync(new URL(`../../../../docs/methods/${name}.md`, import.meta.url), 'utf8');
  const sections = page('networks').split('\n### ').slice(1);
  const idsIn = (section: string): string[] =>
    [...(section.split('\n')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => id ?? '');

  it('has a heading for each measure', () => {
    expect(sections.flatMap(idsIn).toSorted()).toEqual(networkMeasures.map(({ id }) => id).toSorted());
  });

  it('defines each, with the years of its sources', () => {
    for (const section of sections) {
      const told = section.includes('reliability.md') ? page('reliability') : section;
      expect(told).toMatch(/Definisjon/);
      const years = networkMeasures
        .filter(({ id }) => idsIn(section).includes(id))
        .flatMap(({ source }) => source.match(/\d{4}/g) ?? []);
      for (const year of years) expect(told, section.split('\n')[0]).toContain(year);
    }
  });

  it('has the table that the list of measures makes', () => {
    const [, after = ''] = page('networks').split('\n## Alle målene i én tabell\n');
    const rows = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.toSpliced(1, 1)).toEqual(measuresTable(networkMeasures));
  });
});
