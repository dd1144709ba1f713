import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedRank } from './signed-rank.ts';

describe('Wilcoxon’s signed-rank test', () => {
  test('of six that all rose is twice one in sixty-four', () => {
    expect(signedRank([1, 2, 3, 4, 5, 6])).toEqual({ n: 6, p: 2 / 64, effect: 1 });
  });

  // Hollander & Wolfe 1973, p. 29, depression scale factors; R's wilcox.test documents V = 40 and, two-sided, p = 0.03906.
  test('gives the textbook’s p for the nine patients of Hollander and Wolfe', () => {
    const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const { n, p, effect } = signedRank(first.map((value, i) => (second[i] ?? 0) - value));
    expect(n).toBe(9);
    expect(p).toBeCloseTo(0.0390625, 10);
    expect(effect).toBeCloseTo((5 - 40) / 45);
  });

  test('leaves out those without a difference, and says nothing when there are none', () => {
    expect(signedRank([0, 0, 1, 2, 3, 4, 5, 6])).toEqual(signedRank([1, 2, 3, 4, 5, 6]));
    expect(signedRank([0, 0])).toEqual({ n: 0, p: 1, effect: 0 });
  });

  test('counts every way to set the signs, ties included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 9 }), (differences) => {
        const seen = differences.filter((value) => value !== 0);
        const rank = (value: number): number => {
          const below = seen.filter((other) => Math.abs(other) < Math.abs(value)).length;
          const alike = seen.filter((other) => Math.abs(other) === Math.abs(value)).length;
          return below + (alike + 1) / 2;
        };
        const ranks = seen.map(rank);
        const sumOf = (isUp: (i: number) => boolean) =>
          ranks.reduce((sum, one, i) => sum + (isUp(i) ? one : 0), 0);
        const half = ranks.reduce((sum, one) => sum + one, 0) / 2;
        const away = Math.abs(sumOf((i) => (seen[i] ?? 0) > 0) - half);
        const ways = Array.from({ length: 2 ** seen.length }, (_, way) =>
          Math.abs(sumOf((i) => (way >> i) % 2 === 1) - half),
        );
        const extreme = ways.filter((other) => other >= away - 1e-9).length / ways.length;
        expect(signedRank(differences).p).toBeCloseTo(extreme, 9);
      }),
    );
  });
});
