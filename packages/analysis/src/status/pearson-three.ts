import { gammaDistribution } from './gamma.ts';

/** Mean, SD and skewness of a binomial count, with its rare limits by a Pearson III curve. */
export type PearsonThreeLimits = {
  readonly p: number;
  readonly mean: number;
  readonly sd: number;
  readonly skew: number;
  /** Quantiles of the standardised curve at `alpha` and 1 − `alpha`. */
  readonly tLow: number;
  readonly tHigh: number;
  /** mean + SD · t: counts beyond these are rare. */
  readonly limitLow: number;
  readonly limitHigh: number;
};

/**
 * The limits older sociometric tables use (Bronfenbrenner 1944, with Salvosa's tables of 1930): the count of nominations in a
 * class of `classSize` where each names `k` others, as a Pearson III curve of the same mean, SD and skewness.
 * @throws RangeError unless 0 < k < classSize − 1 and 0 < `alpha` < 1.
 */
export function pearsonThreeLimits(classSize: number, k: number, alpha = 0.05): PearsonThreeLimits {
  const others = classSize - 1;
  if (!(k > 0 && k < others)) throw new RangeError('k must leave somebody named and somebody not');
  const p = k / others;
  const sd = Math.sqrt(others * p * (1 - p));
  const skew = (1 - 2 * p) / sd;
  const [tLow, tHigh] = [pearsonThreeQuantile(alpha, skew), pearsonThreeQuantile(1 - alpha, skew)];
  return { p, mean: k, sd, skew, tLow, tHigh, limitLow: k + sd * tLow, limitHigh: k + sd * tHigh };
}

/**
 * The quantile of the Pearson III distribution with mean 0, SD 1 and this skewness; the normal one when it is 0. By bisection
 * on a gamma variable of shape 4 / skew².
 * @throws RangeError unless 0 < `probability` < 1.
 */
export function pearsonThreeQuantile(probability: number, skew: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a quantile lies strictly between 0 and 1');
  if (skew < 0) return -pearsonThreeQuantile(1 - probability, -skew);
  const shape = skew < 1e-4 ? null : 4 / skew ** 2;
  const distribution = (t: number): number =>
    shape === null ? normalDistribution(t) : gammaDistribution(shape, shape + t * Math.sqrt(shape));
  let [low, high] = [-40, 40];
  while (distribution(high) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13; step += 1) {
    const middle = (low + high) / 2;
    if (distribution(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The normal distribution function, through a gamma variable of shape ½. */
function normalDistribution(t: number): number {
  const half = gammaDistribution(0.5, (t * t) / 2) / 2;
  return t < 0 ? 0.5 - half : 0.5 + half;
}
