import fc from 'fast-check';
import { wilcoxonRankSum } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { rankSum } from './rank-sum.ts';
import type { ScoreCount } from './score-counts.ts';

/** Any values, as counts of each. */
const counted = (values: readonly number[]): readonly ScoreCount[] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([score, same]) => ({ score, count: same.length }))
    .sort((a, b) => a.score - b.score);

describe('Mann & Whitney’s test', () => {
  // Hollander & Wolfe 1973, p. 69, permeability constants; R's help of wilcox.test gives W = 35 and, one-sided, p = 0.1272.
  test('gives the textbook’s p for the membranes of Hollander and Wolfe', () => {
    const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];
    const { n, p, effect } = rankSum(counted(earlier), counted(atTerm));
    expect(n).toBe(15);
    expect(p / 2).toBeCloseTo(0.1272, 4);
    expect(effect).toBeCloseTo((2 * 35) / 50 - 1, 12);
  });

  test('of three that are all above three others is one of twenty ways, either way', () => {
    expect(rankSum(counted([1, 2, 3]), counted([4, 5, 6]))).toEqual({ n: 6, p: 2 / 20, effect: 1 });
    expect(rankSum(counted([4, 5, 6]), counted([1, 2, 3]))).toEqual({ n: 6, p: 2 / 20, effect: -1 });
  });

  test('says nothing when all scored alike or nobody answered one of the times', () => {
    expect(rankSum(counted([4, 4]), counted([4, 4, 4]))).toEqual({ n: 5, p: 1, effect: 0 });
    expect(rankSum([], counted([4, 5]))).toEqual({ n: 2, p: 1, effect: 0 });
    expect(rankSum([], [])).toEqual({ n: 0, p: 1, effect: 0 });
  });

  test('has the rank sum of simple-statistics in its effect, and turns with the two', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(answers, answers, (before, now) => {
        const there = rankSum(counted(before), counted(now));
        const back = rankSum(counted(now), counted(before));
        const u = wilcoxonRankSum(now, before) - (now.length * (now.length + 1)) / 2;
        expect(there.effect).toBeCloseTo((2 * u) / (before.length * now.length) - 1, 9);
        expect(back.effect).toBeCloseTo(-there.effect, 12);
        expect(back.p).toBeCloseTo(there.p, 9);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('by the normal distribution lies near the exact where the two meet', () => {
    const [before, now] = [
      [3, 4, 6, 5, 2],
      [1, 2, 5, 7, 5],
    ];
    const of = (counts: readonly number[]) => counts.map((count, i) => ({ score: i + 1, count }));
    const exact = rankSum(of(before), of(now)).p;
    const more = rankSum(of(before), of([1, 2, 5, 7, 6])).p;
    expect(Math.abs(exact - more)).toBeLessThan(0.03);
  });
});
