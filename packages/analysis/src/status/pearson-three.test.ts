import { describe, expect, it } from 'vitest';
import { gammaDistribution } from './gamma.ts';
import { pearsonThreeLimits, pearsonThreeQuantile } from './pearson-three.ts';

// By scipy 1.17.1, stats.gamma and stats.pearson3.
describe('the gamma distribution', () => {
  it('has the values of an independent program', () => {
    for (const [a, x, expected] of [
      [0.5, 0.3, 0.5614219739190003],
      [4, 10, 0.9896639493240743],
      [50, 40, 0.07033506665939494],
      [50, 70, 0.994859497541494],
      [1e4, 1.01e4, 0.8413487504471796],
    ] as const)
      expect(gammaDistribution(a, x)).toBeCloseTo(expected, 12);
    expect(gammaDistribution(3, 0)).toBe(0);
  });

  it('of shape 1 is exponential', () => {
    for (const x of [0.1, 1, 1.9, 2.1, 10]) expect(gammaDistribution(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
  });
});

describe('Pearson III', () => {
  it('has the quantiles of an independent program', () => {
    for (const [p, skew, expected] of [
      [0.05, 0.5, -1.491010816931464],
      [0.95, 0.5, 1.774282440034809],
      [0.05, -0.5, -1.774282440034809],
      [0.9, 2, 1.302585092994046],
      [0.01, 0, -2.3263478740408408],
      [0.05, 1e-3, -1.6445693206592296],
    ] as const)
      expect(pearsonThreeQuantile(p, skew)).toBeCloseTo(expected, 9);
  });

  it('gives limits around the number named, as mean and deviation of the binomial', () => {
    const { p, mean, sd, limitLow, limitHigh, tLow, tHigh } = pearsonThreeLimits(25, 6);
    expect([p, mean]).toEqual([0.25, 6]);
    expect(sd).toBeCloseTo(Math.sqrt(4.5), 13);
    expect(limitLow).toBeCloseTo(6 + Math.sqrt(4.5) * tLow, 12);
    expect(limitHigh).toBeCloseTo(6 + Math.sqrt(4.5) * tHigh, 12);
  });

  it('is refused where everybody or nobody is named, and at no probability', () => {
    expect(() => pearsonThreeLimits(10, 9)).toThrow(RangeError);
    expect(() => pearsonThreeLimits(10, 0)).toThrow(RangeError);
    for (const p of [0, 1, NaN]) expect(() => pearsonThreeQuantile(p, 0.5)).toThrow(RangeError);
  });
});
