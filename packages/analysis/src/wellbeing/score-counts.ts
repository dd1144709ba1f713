import { weightedMean, weightedVariance } from 'simple-statistics';
import { tQuantile975 } from './student-quantile.ts';

/** A score and how many have it; lists of these are sorted by score and hold no zero counts. */
export type ScoreCount = { readonly score: number; readonly count: number };

/** The scores of options and how many have them, as the functions here take them; an option outside the scale is left out. */
export const scoreCounts = (
  options: readonly { readonly score: number | null; readonly count: number }[],
): readonly ScoreCount[] =>
  options
    .flatMap(({ score, count }) => (score === null || count === 0 ? [] : [{ score, count }]))
    .sort((a, b) => a.score - b.score);

const scoresOf = (scores: readonly ScoreCount[]): number[] => scores.map(({ score }) => score);
const countsOf = (scores: readonly ScoreCount[]): number[] => scores.map(({ count }) => count);
const countOf = (scores: readonly ScoreCount[]): number => scores.reduce((sum, { count }) => sum + count, 0);

/** The arithmetic mean; null without scores. */
export function meanOf(scores: readonly ScoreCount[]): number | null {
  return countOf(scores) === 0 ? null : weightedMean(scoresOf(scores), countsOf(scores));
}

/** The sample standard deviation, with n − 1; null below two scores. */
export function sampleDeviationOf(scores: readonly ScoreCount[]): number | null {
  const n = countOf(scores);
  return n < 2 ? null : Math.sqrt((weightedVariance(scoresOf(scores), countsOf(scores)) * n) / (n - 1));
}

/** The ends of Student's 95 % interval about the mean, cut off at the ends of the scale, 1 and 5; null below two scores. */
export function intervalOf(
  scores: readonly ScoreCount[],
): { readonly low: number; readonly high: number } | null {
  const n = countOf(scores);
  const [mean, deviation] = [meanOf(scores), sampleDeviationOf(scores)];
  if (mean === null || deviation === null) return null;
  const margin = (tQuantile975(n - 1) * deviation) / Math.sqrt(n);
  return { low: Math.max(1, mean - margin), high: Math.min(5, mean + margin) };
}

/** The median, the middle of the two middle scores when n is even; null without scores. */
export function medianOf(scores: readonly ScoreCount[]): number | null {
  const n = countOf(scores);
  const [lower, upper] = [scoreAt(scores, Math.ceil(n / 2)), scoreAt(scores, Math.floor(n / 2) + 1)];
  return lower === null || upper === null ? null : (lower + upper) / 2;
}

/** The score of the place-th lowest, counted from 1. */
function scoreAt(scores: readonly ScoreCount[], place: number): number | null {
  let passed = 0;
  for (const { score, count } of scores) {
    passed += count;
    if (passed >= place) return score;
  }
  return null;
}
