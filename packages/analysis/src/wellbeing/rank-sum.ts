import { errorFunction } from 'simple-statistics';
import type { ScoreCount } from './score-counts.ts';

export type RankSum = {
  /** How many answered in the two together: what the test rests on. */
  readonly n: number;
  /** Two-sided; 1 when one of the two is empty or all scored alike. */
  readonly p: number;
  /** Rank-biserial correlation, −1 to 1: the share of pairs in which the later is higher less the share in which it is lower. */
  readonly effect: number;
};

/** Up to so many in all p is exact. */
const largestExact = 40;

/** One score: twice the middle rank of all who have it, and how many have it in all and later. */
type Level = { readonly rank: number; readonly all: number; readonly later: number };

const levelsOf = (before: readonly ScoreCount[], now: readonly ScoreCount[]): readonly Level[] => {
  const countIn = (of: readonly ScoreCount[], score: number): number =>
    of.reduce((sum, one) => (one.score === score ? sum + one.count : sum), 0);
  const scores = [...new Set([...before, ...now].map(({ score }) => score))].sort((a, b) => a - b);
  let below = 0;
  return scores.map((score) => {
    const later = countIn(now, score);
    const all = later + countIn(before, score);
    below += all;
    return { rank: 2 * below - all + 1, all, later };
  });
};

/** ways[taken][sum]: in how many ways so many of those before the level can be taken with this sum of doubled ranks, as a share of all ways. */
const exactP = (levels: readonly Level[], later: number, n: number, away: number): number => {
  const most = levels.reduce((sum, { rank, all }) => sum + rank * all, 0);
  let ways = Array.from({ length: later + 1 }, () => new Float64Array(most + 1));
  const [none] = ways;
  if (none !== undefined) none[0] = 1;
  for (const { rank, all } of levels)
    for (let one = 0; one < all; one += 1)
      ways = ways.map((row, taken) => {
        const fewer = ways[taken - 1];
        return fewer === undefined
          ? row
          : row.map((count, sum) => count + (sum >= rank ? (fewer[sum - rank] ?? 0) : 0));
      });
  const counts = ways[later] ?? new Float64Array();
  const middle = later * (n + 1);
  return (
    counts.reduce((sum, count, at) => (Math.abs(at - middle) >= away ? sum + count : sum), 0) /
    counts.reduce((sum, count) => sum + count, 0)
  );
};

/** By the normal distribution, with the correction for continuity and for ties. `away` is in doubled ranks. */
const normalP = (levels: readonly Level[], later: number, n: number, away: number): number => {
  const ties = levels.reduce((sum, { all }) => sum + all ** 3 - all, 0);
  const variance = ((later * (n - later)) / 12) * (n + 1 - ties / (n * (n - 1)));
  const z = Math.max(0, away / 2 - 0.5) / Math.sqrt(variance);
  return 1 - errorFunction(z / Math.SQRT2);
};

/**
 * Mann & Whitney's test of whether scores are higher or lower in the second of two groups (Wilcoxon 1945; Mann & Whitney 1947),
 * from counts alone. Those with the same score share the middle rank. In groups of up to 40 together p is exact given the ties:
 * of all ways to share out the scores seen, those whose rank sum is at least as far from the middle. In larger ones it is by the
 * normal distribution, corrected for ties and continuity. The effect size is Cureton's 1956 as Kerby 2014 explains it.
 */
export function rankSum(before: readonly ScoreCount[], now: readonly ScoreCount[]): RankSum {
  const levels = levelsOf(before, now);
  const n = levels.reduce((sum, { all }) => sum + all, 0);
  const later = levels.reduce((sum, level) => sum + level.later, 0);
  const earlier = n - later;
  if (earlier === 0 || later === 0 || levels.length === 1) return { n, p: 1, effect: 0 };
  const doubled = levels.reduce((sum, level) => sum + level.rank * level.later, 0);
  const fromMiddle = doubled - later * (n + 1);
  const p = (n <= largestExact ? exactP : normalP)(levels, later, n, Math.abs(fromMiddle));
  return { n, p: Math.min(1, p), effect: fromMiddle / (later * earlier) };
}
