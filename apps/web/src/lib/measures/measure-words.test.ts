import { expect, test } from 'vitest';
import { aroundWords, receivedWords, spanWords } from './measure-words.ts';

test('shares are told as counts, with how far apart they may lie', () => {
  const received = { n: 20, before: 0.1, after: 0.3, difference: 0.2, low: -0.05, high: 0.4 };
  expect(receivedWords(received)).toBe(
    'Av 20 som kunne velge eleven og svarte begge ganger, valgte 2 eleven før og 6 etter.',
  );
  expect(spanWords(received)).toContain('fra én færre til 8 flere.');
  expect(spanWords({ n: 20, low: 0.01, high: 0.4 })).toContain('fra ingen forskjell til 8 flere.');
});

test('what is not there yet is said', () => {
  const before = { name: 'Uke 38', day: '2026-09-18', listed: 24, responded: 22 };
  expect(aroundWords('Sosiogram', { before: null, after: null })).toMatch(/ingen gjennomføring før/);
  expect(aroundWords('Sosiogram', { before, after: null })).toMatch(
    /18\. september 2026 \(22 av 24 svarte\)\. Etter kommer/,
  );
});
