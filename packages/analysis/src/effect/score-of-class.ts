import { tQuantile975 } from '../wellbeing/student-quantile.ts';
import { signedRank } from '../wellbeing/signed-rank.ts';
import type { Other } from './expected-by-others.ts';

export type ScoreOfClass = {
  /** Pupils with a score both times. */
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Student's interval of 95 % of the mean of the differences; null below two pupils. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, exact (Wilcoxon 1945), and rank-biserial correlation, −1 to 1. */
  readonly p: number;
  readonly effect: number;
};

/** How it went with a score over the pupils who have it both times, each paired with itself. Null for nobody. */
export function scoreOfClass(pairs: readonly Other[]): ScoreOfClass | null {
  const n = pairs.length;
  if (n === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / n;
  const differences = pairs.map(({ before, after }) => after - before);
  const difference = mean(differences);
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const margin = n < 2 ? null : tQuantile975(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const { p, effect } = signedRank(differences);
  return {
    n,
    before: mean(pairs.map(({ before }) => before)),
    after: mean(pairs.map(({ after }) => after)),
    difference,
    low: margin === null ? null : difference - margin,
    high: margin === null ? null : difference + margin,
    p,
    effect,
  };
}
