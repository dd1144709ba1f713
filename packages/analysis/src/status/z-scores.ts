import { CLOSE } from './sociometric-status.ts';

/**
 * Standard scores (x − mean)/SD within the group; `sample` divides the squares by n − 1, otherwise by n. A value as close to
 * the mean as rounding gives exactly 0. Null when all values are alike.
 */
export const zScores = (values: readonly number[], sample: boolean): readonly number[] | null => {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (sample ? n - 1 : n));
  if (!(deviation > CLOSE)) return null;
  return values.map((value) => (Math.abs(value - mean) < CLOSE ? 0 : (value - mean) / deviation));
};
