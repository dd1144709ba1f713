import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemTally } from './item-tally.ts';
import { summariseItem } from './summarise-item.ts';

const tally = (scores: readonly (number | null)[], counts: readonly number[]): ItemTally => ({
  counts: scores.map((score, i) => ({ optionId: `option-${i}`, score, count: counts[i] ?? 0 })),
  skipped: 2,
  notReached: 1,
});

// Worked by hand.
describe('the summary of an item', () => {
  it('has mean, sample deviation, median and shares of five options', () => {
    // Scores 1, 2, 2, 4, 5, 5, 5, 5: sum 29, squares about 29/8 add up to 125 − 841/8 = 19.875.
    const summary = summariseItem(tally([1, 2, 3, 4, 5], [1, 2, 0, 1, 4]));
    expect(summary).toMatchObject({ answered: 8, scored: 8, mean: 3.625, median: 4.5, shareLow: 0.375 });
    expect(summary.sd).toBeCloseTo(Math.sqrt(19.875 / 7), 12);
    expect(summary.distribution.map(({ share }) => share)).toEqual([0.125, 0.25, 0, 0.125, 0.5]);
  });

  it('counts only the lowest of three options as low', () => {
    const summary = summariseItem(tally([1, 3, 5], [1, 2, 1]));
    expect(summary).toMatchObject({ answered: 4, mean: 3, median: 3, shareLow: 0.25 });
    expect(summary.sd).toBeCloseTo(Math.sqrt(8 / 3), 12);
  });

  it('takes the options in the order of their scores, whichever comes first in the questionnaire', () => {
    expect(summariseItem(tally([1, 5, 3], [1, 2, 2])).median).toBe(3);
  });

  it('has no spread when all answered alike', () => {
    expect(summariseItem(tally([1, 3, 5], [0, 0, 7]))).toMatchObject({
      mean: 5,
      sd: 0,
      median: 5,
      shareLow: 0,
    });
  });

  it('has a mean but no deviation of one answer', () => {
    expect(summariseItem(tally([1, 3, 5], [1, 0, 0]))).toMatchObject({
      mean: 1,
      sd: null,
      median: 1,
      shareLow: 1,
    });
  });

  it('leaves an option without a score out of the mean, but not out of the distribution', () => {
    const summary = summariseItem(tally([1, 5, null], [1, 1, 2]));
    expect(summary).toMatchObject({ answered: 4, scored: 2, mean: 3, shareLow: 0.5 });
    expect(summary.distribution.map(({ share }) => share)).toEqual([0.25, 0.25, 0.5]);
  });

  it('is null throughout when nobody answered, however many skipped', () => {
    expect(summariseItem(tally([1, 3, 5], []))).toEqual({
      answered: 0,
      scored: 0,
      mean: null,
      sd: null,
      median: null,
      interval: null,
      distribution: [0, 1, 2].map((i) => ({ optionId: `option-${i}`, share: null })),
      shareLow: null,
    });
  });

  it('refuses what is not a count', () => {
    expect(() => summariseItem(tally([1, 3, 5], [-1]))).toThrow(RangeError);
    expect(() => summariseItem(tally([1, 3, 5], [0.5]))).toThrow(RangeError);
  });

  it('equals mean, deviation and median of the answers written out', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (drawn) => {
        const answers = drawn.flatMap((count, i) => new Array<number>(count).fill(i + 1));
        fc.pre(answers.length >= 2);
        const n = answers.length;
        const mean = answers.reduce((a, b) => a + b) / n;
        const variance = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0) / (n - 1);
        const middle = (answers[Math.floor((n - 1) / 2)] ?? NaN) + (answers[Math.floor(n / 2)] ?? NaN);
        const summary = summariseItem(tally([1, 2, 3, 4, 5], drawn));
        expect(summary.mean).toBeCloseTo(mean, 12);
        expect(summary.sd).toBeCloseTo(Math.sqrt(variance), 12);
        expect(summary.median).toBe(middle / 2);
      }),
    );
  });
});
