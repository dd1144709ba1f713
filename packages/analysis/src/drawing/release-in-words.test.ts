import { expect, test } from 'vitest';
import { releaseInWords } from './release-in-words.ts';

const scale = ['aldri', 'sjelden', 'noen ganger', 'ofte', 'alltid'].map((text, at) => ({
  ...{ optionId: text, text, score: at + 1 },
}));
const row = (
  counts: readonly (number | null)[],
  answered: number | null,
  options: readonly { optionId: string }[],
) => ({
  ...{ level: 'grade' as const, groupId: '5', answered },
  counts: options.map(({ optionId }, at) => ({ optionId, count: counts[at] ?? null })),
});

test('the better half is told together, of those who answered', () => {
  expect(releaseInWords(scale, row([1, 2, 4, 20, 21], 48, scale))).toBe(
    'På 5. trinn svarer 41 av 48 «ofte» eller «alltid».',
  );
});

test('nothing is told that takes a hidden figure', () => {
  expect(releaseInWords(scale, row([1, 2, 4, null, 21], 48, scale))).toBeNull();
  expect(releaseInWords(scale, row([1, 2, 4, 20, 21], null, scale))).toBeNull();
  expect(releaseInWords(scale, row([0, 0, 0, 0, 0], 0, scale))).toBeNull();
  // What is hidden on the other side does not matter.
  expect(releaseInWords(scale, row([null, null, 4, 20, 21], 48, scale))).not.toBeNull();
});

test('two cells without scores tell the first, and a sociogram who was chosen', () => {
  const cells = [
    { optionId: 'above', text: '«ofte» eller «alltid»', score: null },
    { optionId: 'others', text: '«aldri»', score: null },
  ];
  expect(releaseInWords(cells, { ...row([30, 10], 40, cells), level: 'school' })).toBe(
    'Til sammen svarer 30 av 40 «ofte» eller «alltid».',
  );
  const chosen = ['chosen', 'unchosen'].map((optionId) => ({ optionId, text: optionId, score: null }));
  expect(releaseInWords(chosen, row([22, 3], 25, chosen))).toBe('På 5. trinn er 22 av 25 valgt av minst én.');
});
