import { lowerTail, receivedDistribution, upperTail } from '../chance/poisson-binomial.ts';
import { above } from './status-code.ts';

/** The limit of rare counts, and the tail from it outwards. */
export type RareLimit = { readonly count: number; readonly tail: number };

/** The limits of rare counts in a class where all name equally many; null where no count is rare. */
export type RareScores = {
  /** The least LM or LL that is rarely high, and the largest that is rarely low. */
  readonly high: RareLimit | null;
  readonly low: RareLimit | null;
  /** The same for SI = LM + LL, of 2k nominations. */
  readonly impactHigh: RareLimit | null;
  readonly impactLow: RareLimit | null;
};

/**
 * The cut-offs of Newcomb & Bukowski 1983: in a class of `classSize` where each likes `k` and dislikes `k` others, the counts
 * whose tail under the binomial distribution with p = k / (classSize − 1), for SI 2k / (classSize − 1), is at most `alpha`.
 * @throws RangeError when the numbers are not whole, or 2k is more than there are others.
 */
export function rareScores(classSize: number, k: number, alpha = 0.05): RareScores {
  const others = classSize - 1;
  if (!Number.isInteger(others) || !Number.isInteger(k) || k < 0 || 2 * k > others || others < 1)
    throw new RangeError('k likes and k dislikes must fit among the others');
  const distribution = (p: number): Float64Array =>
    receivedDistribution(Array.from({ length: others }, () => p));
  const received = distribution(k / others);
  const impact = distribution((2 * k) / others);
  return {
    high: rarelyHigh(received, alpha),
    low: rarelyLow(received, alpha),
    impactHigh: rarelyHigh(impact, alpha),
    impactLow: rarelyLow(impact, alpha),
  };
}

function rarelyHigh(distribution: Float64Array, alpha: number): RareLimit | null {
  const tails = [...distribution.keys()].map((count) => ({ count, tail: upperTail(distribution, count) }));
  return tails.find(({ tail }) => !above(tail, alpha)) ?? null;
}

function rarelyLow(distribution: Float64Array, alpha: number): RareLimit | null {
  const tails = [...distribution.keys()].map((count) => ({ count, tail: lowerTail(distribution, count) }));
  return tails.findLast(({ tail }) => !above(tail, alpha)) ?? null;
}
