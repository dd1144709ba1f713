import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from './mean-interval.ts';

describe('a mean with its interval', () => {
  test('is Student’s interval', () => {
    // 3, 4, 4, 5: mean 4, sample deviation √(2/3), standard error 0.40825; ± 3.182 × 0.40825 = 1.299.
    const { n, mean, low, high } = meanInterval([3, 4, 4, 5], 1, 9);
    expect([n, mean]).toEqual([4, 4]);
    expect(low).toBeCloseTo(2.7008, 4);
    expect(high).toBeCloseTo(5.2992, 4);
  });

  test('says nothing without values, and has no interval on one', () => {
    expect(meanInterval([], 1, 5)).toEqual({ n: 0, mean: null, low: null, high: null });
    expect(meanInterval([4], 1, 5)).toEqual({ n: 1, mean: 4, low: null, high: null });
  });

  test('stays within the scale, and the mean within the interval, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
        (values) => {
          const { mean, low, high } = meanInterval(values, 0, 1);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(mean ?? NaN).toBeGreaterThanOrEqual((low ?? NaN) - 1e-12);
          expect(mean ?? NaN).toBeLessThanOrEqual((high ?? NaN) + 1e-12);
        },
      ),
    );
  });

  test('refuses a value off the scale', () => {
    expect(() => meanInterval([6], 1, 5)).toThrow(RangeError);
    expect(() => meanInterval([NaN], 1, 5)).toThrow(RangeError);
  });
});
