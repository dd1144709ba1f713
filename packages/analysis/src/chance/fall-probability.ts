import { lowerTail, receivedDistribution } from './poisson-binomial.ts';

/**
 * The probability of a fall at least this large when a pupil's share of the choices has not changed.
 *
 * Given the sum of the two counts, the later one is binomial with the share of the expected number that falls
 * on the later round (the conditional test of two Poisson rates, Przyborowski & Wilenski 1940). Counts of
 * choosers vary less than Poisson counts, so the probability errs on the large side. 1 when nothing was
 * received or expected.
 */
export function fallProbability(
  before: number,
  now: number,
  expectedBefore: number,
  expectedNow: number,
): number {
  const sum = before + now;
  const expected = expectedBefore + expectedNow;
  if (sum === 0 || expected === 0) return 1;
  const share = expectedNow / expected;
  return lowerTail(receivedDistribution(Array.from({ length: sum }, () => share)), now);
}
