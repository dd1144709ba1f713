import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convolved,
  largestUnlikely,
  largestUnlikelySum,
  lowerTail,
  receivedDistribution,
  upperTail,
  weightedDistribution,
} from './poisson-binomial.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

/** Every outcome of every event, one by one. */
function enumerated(probabilities: readonly number[]): number[] {
  const distribution = Array.from({ length: probabilities.length + 1 }, () => 0);
  for (let outcome = 0; outcome < 1 << probabilities.length; outcome += 1) {
    let product = 1;
    let happened = 0;
    probabilities.forEach((p, i) => {
      const did = (outcome >> i) & 1;
      happened += did;
      product *= did === 1 ? p : 1 - p;
    });
    distribution[happened]! += product;
  }
  return distribution;
}

describe('receivedDistribution', () => {
  test('agrees with enumeration of all outcomes', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 12 }), (probabilities) => {
        const exact = enumerated(probabilities);
        receivedDistribution(probabilities).forEach((p, k) => expect(p).toBeCloseTo(exact[k]!, 12));
      }),
      { numRuns: 40 },
    );
  });

  test('is the binomial distribution when all are equal, to 200 events and in relative terms', () => {
    for (const p of [0.015, 3 / 23, 0.5]) {
      let binomial = (1 - p) ** 200;
      receivedDistribution(Array.from({ length: 200 }, () => p)).forEach((value, k) => {
        if (binomial > 1e-290) expect(Math.abs(value / binomial - 1)).toBeLessThan(1e-10);
        binomial *= ((200 - k) / (k + 1)) * (p / (1 - p));
      });
    }
  });

  test('sums to 1 and has the sum of the probabilities as its mean, with 200 unequal events', () => {
    const probabilities = Array.from({ length: 200 }, (_, i) => ((i * 37) % 101) / 100);
    const distribution = receivedDistribution(probabilities);
    const mean = distribution.reduce((sum, p, k) => sum + p * k, 0);
    expect(upperTail(distribution, 0)).toBeCloseTo(1, 13);
    expect(mean).toBeCloseTo(
      probabilities.reduce((a, b) => a + b, 0),
      10,
    );
  });

  test('gives a class of 24 the numbers of methods 2: one in 25 unchosen with 3 choices, .004 with 5', () => {
    const none = (choices: number): number =>
      lowerTail(receivedDistribution(Array.from({ length: 23 }, () => choices / 23)), 0);
    expect(none(3)).toBeCloseTo(0.04, 3);
    expect(24 * none(3)).toBeCloseTo(0.96, 2);
    expect(none(5)).toBeCloseTo(0.004, 3);
  });

  test('is certain of 0 when nobody could choose, and refuses what is no probability', () => {
    expect([...receivedDistribution([])]).toEqual([1]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => receivedDistribution([p])).toThrow(RangeError);
  });
});

describe('tails', () => {
  test('meet without overlap: P(X ≤ k) + P(X ≥ k + 1) = 1', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 30 }), fc.integer({ min: -1, max: 31 }), (all, k) => {
        const distribution = receivedDistribution(all);
        expect(lowerTail(distribution, k) + upperTail(distribution, k + 1)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('largestUnlikely is the last count with a tail below the level', () => {
    const thirtieths = receivedDistribution(Array.from({ length: 23 }, () => 5 / 23));
    expect(lowerTail(thirtieths, 1)).toBeLessThan(0.05);
    expect(lowerTail(thirtieths, 2)).toBeGreaterThan(0.05);
    expect(largestUnlikely(thirtieths, 0.05)).toBe(1);
    expect(largestUnlikely(receivedDistribution([0.5]), 0.05)).toBe(-1);
  });
});

test('a weighted sum of two classmates is what the four outcomes give', () => {
  // First: 1 with .2, 2 with .3. Second: 1 with .5.
  const expected = [0.25, 0.25 + 0.1, 0.1 + 0.15, 0.15];
  weightedDistribution([[0.2, 0.3], [0.5]]).forEach((p, k) => expect(p).toBeCloseTo(expected[k]!, 15));
});

test('two distributions added are the distribution of all their events together', () => {
  fc.assert(
    fc.property(
      fc.array(probability, { maxLength: 12 }),
      fc.array(probability, { maxLength: 12 }),
      (one, other) => {
        const sum = convolved(receivedDistribution(one), receivedDistribution(other));
        const together = receivedDistribution([...one, ...other]);
        expect(sum.length).toBe(together.length);
        sum.forEach((p, k) => expect(p).toBeCloseTo(together[k]!, 12));
      },
    ),
    { seed: 1 },
  );
});

test('the largest unlikely sum is that of the whole distribution, whichever comes first', () => {
  const some = fc.array(probability, { maxLength: 12 }).map(receivedDistribution);
  const level = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(some, some, level, (one, other, below) => {
      // Away from a step of the tail, where the last digit decides.
      const sum = convolved(one, other);
      fc.pre(sum.every((_, k) => Math.abs(lowerTail(sum, k) - below) > 1e-12));
      expect(largestUnlikelySum(one, other, below)).toBe(largestUnlikely(sum, below));
      expect(largestUnlikelySum(other, one, below)).toBe(largestUnlikely(sum, below));
    }),
    { seed: 1 },
  );
});
