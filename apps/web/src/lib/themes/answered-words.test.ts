import { expect, test } from 'vitest';
import { answeredWords } from './answered-words.ts';

test('who answered is said in numbers, as hidden, or as not listed', () => {
  expect(answeredWords({ roundId: 'r', size: 48, answered: 44 })).toBe('44 av 48 (92\u00a0%)');
  expect(answeredWords({ roundId: 'r', size: 48, answered: null })).toBe('skjermet');
  expect(answeredWords(undefined)).toBe('–');
});
