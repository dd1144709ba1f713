import { compareFractions, fraction, sumOfFractions, type Fraction } from './fraction.ts';

/** The divisor of the variance: n − 1 for a sample, n for a population. */
export type Deviation = 'sample' | 'population';

/**
 * Standard scores z = (x − mean) / SD of exact fractions. A score equal to the mean is exactly 0, found in whole numbers, so
 * that the sign of z can be trusted. Null when all are equal.
 */
export function standardScores(scores: readonly Fraction[], deviation: Deviation): number[] | null {
  const { numerator, denominator } = sumOfFractions(scores);
  const mean = { numerator, denominator: denominator * BigInt(Math.max(1, scores.length)) };
  const signs = scores.map((score) => compareFractions(score, mean));
  if (signs.every((sign) => sign === 0)) return null;
  const values = scores.map((score) => Number(score.numerator) / Number(score.denominator));
  return standardised(values, deviation).map((z, i) => (signs[i] === 0 ? 0 : z));
}

/** Numbers brought to mean 0 and SD 1; null when they differ by rounding alone. */
export function restandardised(values: readonly number[], deviation: Deviation): number[] | null {
  const highest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const lowest = values.reduce((a, b) => Math.min(a, b), Infinity);
  return highest - lowest > 1e-9 ? standardised(values, deviation) : null;
}

/** A count taken as it is, or of its share of `possible`. */
export const score = (count: number, possible: number, kind: 'share' | 'count'): Fraction =>
  fraction(count, kind === 'share' ? possible : 1);

function standardised(values: readonly number[], deviation: Deviation): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (deviation === 'sample' ? values.length - 1 : values.length));
  return values.map((value) => (value - mean) / sd);
}
