import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanNetwork } from './clean-network.ts';
import { describeNetwork } from './describe-network.ts';
import { networkMeasures } from './network-measures.ts';
import { seenGraph } from './seen-graph.ts';

const pairs = ['ab', 'ba', 'bc', 'cb', 'ac', 'ca', 'cd', 'dc', 'de', 'ef', 'ga', 'ah'];
const network = {
  roster: [...'abcdefgh'],
  respondents: [...'abcdeg'],
  choices: pairs.map(([from = '', to = '']) => ({ from, to })),
};
const described = describeNetwork(network);

/** The paths of all values; a list is one value, and the pupils are taken by the first. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
}

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.map((entry: Record<string, unknown>) => entry[key]);
    return (value as Record<string, unknown>)[key]; // paths are from leaves()
  }, described);

describe('the list of measures', () => {
  it('has each id once', () => {
    const ids = networkMeasures.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('covers each value of a description once', () => {
    const paths = leaves({ ...described, pupils: described.pupils[0] }, '').filter(
      (path) => path !== 'version' && path !== 'pupils.pupilId',
    );
    expect(paths.length).toBeGreaterThan(60);
    const covering = (path: string): string[] =>
      networkMeasures
        .filter(({ field }) => field !== null && (path === field || path.startsWith(`${field}.`)))
        .map(({ id }) => id);
    expect(paths.filter((path) => covering(path).length !== 1)).toEqual([]);
  });

  it('names only values that exist, under the scope they are in', () => {
    for (const { field, scope } of networkMeasures) {
      if (field === null) continue;
      expect(valueAt(field), field).toBeDefined();
      expect(field.split('.')[0]).toBe({ class: 'class', pupil: 'pupils', tie: 'ties' }[scope]);
    }
  });

  const computed = networkMeasures.flatMap(({ id, field, compute }) =>
    compute && field !== null ? [[id, field, compute] as const] : [],
  );

  it('computes every field but what cleaning left out', () => {
    const left = networkMeasures.filter(({ field, compute }) => field !== null && compute === undefined);
    expect(left.map(({ id }) => id)).toEqual(['dropped']);
  });

  it.each(computed)('computes %s as the description has it', (_, field, compute) => {
    expect(compute(seenGraph(cleanNetwork(network).network))).toEqual(valueAt(field));
  });

  it('states a range that the numbers of a description keep', () => {
    for (const { field, gives } of networkMeasures) {
      if (field === null || gives.range === null) continue;
      const [least, most] = gives.range;
      for (const value of JSON.stringify(valueAt(field)).match(/(?<=[[:,]|^)-?\d+(\.\d+)?(e-?\d+)?/g) ?? []) {
        if (least !== null) expect(Number(value), field).toBeGreaterThanOrEqual(least);
        if (most !== null) expect(Number(value), field).toBeLessThanOrEqual(most);
      }
    }
  });

  const page = (name: string): string =>
    readFileSync(new URL(`../../../../docs/methods/${name}.md`, import.meta.url), 'utf8');
  const sections = page('networks').split('\n### ').slice(1);
  const idsIn = (section: string): string[] =>
    [...(section.split('\n')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => id ?? '');

  it('has a heading in docs/methods/networks.md for each measure', () => {
    expect(sections.flatMap(idsIn).toSorted()).toEqual(networkMeasures.map(({ id }) => id).toSorted());
  });

  it('is defined there, with the years of its sources', () => {
    for (const section of sections) {
      const told = section.includes('reliability.md') ? page('reliability') : section;
      expect(told).toMatch(/Definisjon/);
      const years = networkMeasures
        .filter(({ id }) => idsIn(section).includes(id))
        .flatMap(({ source }) => source.match(/\d{4}/g) ?? []);
      for (const year of years) expect(told, section.split('\n')[0]).toContain(year);
    }
  });
});
