import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { meanInterval } from './mean-interval.ts';
import { rankSum } from './rank-sum.ts';
import { scoreCounts } from './score-counts.ts';
import { adjustedByBenjaminiHochberg } from './seen-changes.ts';
import { shareOf } from './share-of.ts';
import { signedRank } from './signed-rank.ts';
import { tQuantile975 } from './student-quantile.ts';
import { summariseItem } from './summarise-item.ts';

type Counts = readonly number[];
type RankSumCase = {
  readonly before: Counts;
  readonly now: Counts;
  readonly p: number;
  readonly effect: number;
};
/** Made by scripts/reference-values/statistics.py, with values from numpy and scipy; most answers are tied. */
type Reference = {
  readonly tQuantiles: readonly { readonly degrees: number; readonly quantile: number }[];
  readonly summaries: readonly {
    readonly counts: Counts;
    readonly mean: number;
    readonly sd: number;
    readonly median: number;
    readonly shareLow: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly wilson: readonly {
    readonly count: number;
    readonly n: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly exactRankSums: readonly RankSumCase[];
  readonly rankSums: readonly RankSumCase[];
  readonly signedRanks: readonly {
    readonly differences: readonly number[];
    readonly p: number;
    readonly effect: number;
  }[];
  readonly adjusted: readonly { readonly p: readonly number[]; readonly adjusted: readonly number[] }[];
};

const reference = JSON.parse(
  readFileSync(new URL('./reference-statistics.json', import.meta.url), 'utf8'),
) as Reference; // written by the script above

/** Of the scores 1 to 5. */
const optionsOf = (counts: Counts) =>
  counts.map((count, i) => ({ optionId: `${i + 1}`, score: i + 1, count }));
const scores = (counts: Counts) => scoreCounts(optionsOf(counts));
const writtenOut = (counts: Counts) => counts.flatMap((count, i) => new Array<number>(count).fill(i + 1));
const ofCounts = ({ before, now }: RankSumCase) => rankSum(scores(before), scores(now));

describe('as numpy and scipy have it', () => {
  test.each(reference.tQuantiles)('the quantile of t with $degrees degrees', ({ degrees, quantile }) => {
    expect(tQuantile975(degrees)).toBeCloseTo(quantile, 9);
  });

  test.each(reference.summaries)('mean, deviation, median and interval of $counts', (expected) => {
    const summary = summariseItem({ counts: optionsOf(expected.counts), skipped: 0, notReached: 0 });
    expect(summary.mean).toBeCloseTo(expected.mean, 12);
    expect(summary.sd).toBeCloseTo(expected.sd, 12);
    expect(summary.median).toBe(expected.median);
    expect(summary.shareLow).toBeCloseTo(expected.shareLow, 12);
    for (const { low, high } of [
      summary.interval ?? expect.fail(),
      meanInterval(writtenOut(expected.counts), 1, 5),
    ]) {
      expect(low).toBeCloseTo(Math.max(1, expected.low), 9);
      expect(high).toBeCloseTo(Math.min(5, expected.high), 9);
    }
  });

  test.each(reference.wilson)('Wilson’s interval of $count of $n', ({ count, n, low, high }) => {
    expect(shareOf(count, n)).toMatchObject({ count, of: n, share: count / n });
    expect(shareOf(count, n).low).toBeCloseTo(low, 12);
    expect(shareOf(count, n).high).toBeCloseTo(high, 12);
  });

  test.each(reference.exactRankSums)('the exact rank sum of $now against $before', (one) => {
    expect(ofCounts(one).p).toBeCloseTo(one.p, 12);
    expect(ofCounts(one).effect).toBeCloseTo(one.effect, 12);
  });

  // The error function of simple-statistics is good to 1.2e-7.
  test.each(reference.rankSums)('the rank sum of $now against $before', (one) => {
    expect(Math.abs(ofCounts(one).p - one.p)).toBeLessThan(2.4e-7);
    expect(ofCounts(one).effect).toBeCloseTo(one.effect, 12);
  });

  test.each(reference.signedRanks)('the signed ranks of $differences', ({ differences, p, effect }) => {
    expect(signedRank(differences).p).toBeCloseTo(p, 12);
    expect(signedRank(differences).effect).toBeCloseTo(effect, 12);
  });

  test.each(reference.adjusted)('the adjusted values of $p', ({ p, adjusted }) => {
    const ours = adjustedByBenjaminiHochberg(p);
    adjusted.forEach((value, i) => expect(ours[i]).toBeCloseTo(value, 12));
  });
});
