import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenInWords } from './seen-in-words.ts';

const often = (...counts: readonly number[]) =>
  ['Alltid', 'Ofte', 'Noen ganger', 'Sjelden', 'Aldri'].map((text, i) => ({
    optionId: text,
    text,
    score: 5 - i,
    count: counts[i] ?? 0,
  }));
const without = (...counts: readonly number[]) =>
  often(...counts).map((option) => ({ ...option, score: null }));

describe('the title of a chart says what is seen', () => {
  test.each([
    [[10, 8, 0, 5, 0], 'De fleste, 18 av 23, svarer «Alltid» eller «Ofte»; fem svarer «Sjelden».'],
    [
      [10, 8, 2, 0, 3],
      'De fleste, 18 av 23, svarer «Alltid» eller «Ofte»; tre svarer «Aldri», to svarer «Noen ganger».',
    ],
    [[1, 0, 0, 8, 4], 'De fleste, 12 av 13, svarer «Sjelden» eller «Aldri»; én svarer «Alltid».'],
    [[0, 0, 9, 0, 0], 'Alle 9 svarer «Noen ganger».'],
    [
      [2, 2, 4, 2, 2],
      'Svarene er delt: fire «Alltid» eller «Ofte», fire «Sjelden» eller «Aldri», fire «Noen ganger».',
    ],
    [[6, 0, 0, 6, 0], 'Svarene er delt: seks «Alltid», seks «Sjelden».'],
    [[0, 0, 0, 0, 1], 'Én elev har svart.'],
    [[0, 0, 0, 0, 0], 'Ingen har svart på dette.'],
  ])('%j', (counts, sentence) => {
    expect(seenInWords(often(...counts))).toBe(sentence);
  });

  test('without a scale it says what most chose, or that the answers are spread', () => {
    expect(seenInWords(without(9, 1, 3))).toBe('Flest, 9 av 13, svarer «Alltid»; fire svarer noe annet.');
    expect(seenInWords(without(4, 4, 1))).toBe('Svarene er delt på flere svaralternativer.');
    expect(seenInWords(without(3))).toBe('Alle 3 svarer «Alltid».');
  });

  test('holds no word that judges, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), (counts) => {
        expect(seenInWords(often(...counts))).not.toMatch(/bra|dårlig|trist|god|flott|bekymr|!/i);
      }),
    );
  });
});

test.each([
  [1, 'én'],
  [2, 'to'],
  [3, 'tre'],
  [4, 'fire'],
  [5, 'fem'],
  [6, 'seks'],
  [7, 'sju'],
  [8, 'åtte'],
  [9, 'ni'],
  [10, 'ti'],
  [11, 'elleve'],
  [12, 'tolv'],
  [13, '13'],
])('%i of them is written «%s»', (count, written) => {
  expect(seenInWords(often(20, 0, 0, 0, count))).toBe(
    `De fleste, 20 av ${20 + count}, svarer «Alltid»; ${written} svarer «Aldri».`,
  );
});

test('half is not most, and an answer outside the scale makes it no scale', () => {
  expect(seenInWords(often(3, 0, 0, 0, 3))).toBe('Svarene er delt: tre «Alltid», tre «Aldri».');
  expect(seenInWords(often(4, 0, 0, 0, 3))).toBe('De fleste, 4 av 7, svarer «Alltid»; tre svarer «Aldri».');
  const unsure = { optionId: 'vet', text: 'Vet ikke', score: null, count: 1 };
  expect(seenInWords([...often(5, 0, 0, 0, 2), unsure])).toBe(
    'Flest, 5 av 8, svarer «Alltid»; tre svarer noe annet.',
  );
  expect(seenInWords([...often(5, 0, 0, 0, 2), { ...unsure, count: 0 }])).toBe(
    'De fleste, 5 av 7, svarer «Alltid»; to svarer «Aldri».',
  );
  expect(seenInWords(without(1, 1))).toBe('Svarene er delt på flere svaralternativer.');
});
