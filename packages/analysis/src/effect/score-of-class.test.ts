import { expect, test } from 'vitest';
import { scoreOfClass } from './score-of-class.ts';

test('a score of a class is over those who have it both times, each against itself', () => {
  const pairs = [1, 2, 3, 4, 5, 6].map((rise) => ({ before: 1, after: 1 + rise / 2 }));
  expect(scoreOfClass(pairs)).toMatchObject({ n: 6, before: 1, after: 2.75, p: 2 / 64, effect: 1 });
});

test('one pupil has no interval, and nobody no score', () => {
  expect(scoreOfClass([{ before: 2, after: 3 }])).toMatchObject({ difference: 1, low: null, high: null });
  expect(scoreOfClass([])).toBeNull();
});
