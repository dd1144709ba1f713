import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf } from './labels-of.ts';

const named = (...names: readonly (readonly [given: string, family: string])[]) =>
  names.map(([given, family], at) => ({ personId: `p${String(at).padStart(2, '0')}`, given, family }));
const labels = (...names: readonly (readonly [given: string, family: string])[]) => [
  ...labelsOf(named(...names)).values(),
];

describe('what pupils of a class are called', () => {
  test('the given name, when nobody else has it', () => {
    expect(labels(['Ada', 'Lie'], ['Bo', 'Lie'])).toEqual(['Ada', 'Bo']);
  });
  test('an initial more when somebody has, and the family name when that is shared too', () => {
    expect(labels(['Ada', 'Lie'], ['Ada', 'Moe'])).toEqual(['Ada L.', 'Ada M.']);
    expect(labels(['Ada', 'Lie'], ['Ada', 'Lund'], ['Ada', 'Moe'])).toEqual([
      'Ada Lie',
      'Ada Lund',
      'Ada M.',
    ]);
  });
  test('a number when the whole name is the same', () => {
    expect(labels(['Ada', 'Lie'], ['Ada', 'Lie'])).toEqual(['Ada Lie 1', 'Ada Lie 2']);
    expect(labels(['Ada', ''], ['Ada', ''])).toEqual(['Ada 1', 'Ada 2']);
  });
  test('two given names that look like a given name and a family name are not taken for them', () => {
    expect(labels(['Maria', 'Elise'], ['Maria', 'Engen'], ['Maria Elise', 'Berg'])).toEqual([
      'Maria Elise 1',
      'Maria Engen',
      'Maria Elise B.',
    ]);
  });
  test('forty of the same given name', () => {
    const families = ['Ali', 'Berg', 'Dahl', 'Lie', 'Lund', 'Moe', 'Vik', 'Åsen'];
    const forty = Array.from({ length: 40 }, (_, at) => ['Mohammed', families[at % 8] ?? ''] as const);
    expect(new Set(labels(...forty)).size).toBe(40);
  });
  test('never two the same, whatever order they come in', () => {
    const part = fc.constantFrom('Ada', 'Bo', 'Ada Bo', 'Lie', 'Lund', 'L', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { maxLength: 30 }), (names) => {
        const list = named(...names);
        const found = labelsOf(list);
        expect(new Set(found.values()).size).toBe(list.length);
        expect(labelsOf(list.toReversed())).toEqual(found);
      }),
    );
  });
});
