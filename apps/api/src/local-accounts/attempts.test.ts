import { expect, test } from 'vitest';
import { waitAfter } from './attempts.ts';

test('four tries are free, and then each takes twice as long, up to a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 8, 9, 10, 500].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900]);
});
