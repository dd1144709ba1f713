import { describe, expect, test } from 'vitest';
import { shareOf } from './share-of.ts';

describe('a share with its interval', () => {
  // Newcombe 1998, table I, method 3: to four decimals.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is as published', (count, of, low, high) => {
    expect(shareOf(count, of).low).toBeCloseTo(low, 4);
    expect(shareOf(count, of).high).toBeCloseTo(high, 4);
  });

  test('is nothing of nobody', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null });
  });

  test('refuses what is no part of a whole', () => {
    expect(() => shareOf(3, 2)).toThrow(RangeError);
    expect(() => shareOf(-1, 2)).toThrow(RangeError);
    expect(() => shareOf(0.5, 2)).toThrow(RangeError);
  });
});
