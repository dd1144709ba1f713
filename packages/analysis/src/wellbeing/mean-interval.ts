import { mean as meanOf, sampleStandardDeviation } from 'simple-statistics';
import { tQuantile975 } from './student-quantile.ts';

/** A mean with its 95 % confidence interval. */
export type MeanInterval = {
  /** How many values it rests on. */
  readonly n: number;
  readonly mean: number | null;
  /** Null below two values: nothing can then be said of how much they vary. */
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * The arithmetic mean of values between `lowest` and `highest`, with Student's t interval of 95 % (sample standard deviation,
 * n − 1 degrees of freedom), cut off at the ends of the scale. A class is no sample of itself: the interval speaks of how far
 * such a mean may move with other answers of the same spread, not of this class on this day.
 *
 * @throws RangeError when a value lies outside the scale.
 */
export function meanInterval(values: readonly number[], lowest: number, highest: number): MeanInterval {
  for (const value of values)
    if (!(value >= lowest && value <= highest)) throw new RangeError(`outside the scale: ${value}`);
  const n = values.length;
  if (n === 0) return { n, mean: null, low: null, high: null };
  const mean = meanOf([...values]);
  if (n === 1) return { n, mean, low: null, high: null };
  const margin = (tQuantile975(n - 1) * sampleStandardDeviation([...values])) / Math.sqrt(n);
  return { n, mean, low: Math.max(lowest, mean - margin), high: Math.min(highest, mean + margin) };
}
