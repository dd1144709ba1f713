/**
 * The Poisson-binomial distribution: how many of independent events happen when event i has probability p_i.
 *
 * Here event i is that classmate i, choosing k_i of a_i peers at random, chooses a given pupil. Element k of the
 * result is the probability of exactly k, k = 0 … length of `probabilities`; the elements sum to 1. With equal
 * p_i it is the binomial distribution. By convolution with one event at a time: only sums of products of
 * numbers in [0, 1], so nothing cancels. Throws RangeError for a p_i outside [0, 1].
 * Source: Poisson 1837; the recursion as in Chen & Liu 1997.
 */
export function receivedDistribution(probabilities: readonly number[]): Float64Array {
  return weightedDistribution(probabilities.map((p) => [p]));
}

/**
 * The distribution of a sum of independent whole numbers: `shares[i][w − 1]` is the probability that summand i
 * is w, w = 1, 2, …, and what is left is the probability of 0.
 *
 * Summand i is how many criteria classmate i chose a given pupil on. Its criteria hang together, the classmates
 * do not. Throws RangeError when the shares of a summand are negative or sum to more than 1.
 */
export function weightedDistribution(shares: readonly (readonly number[])[]): Float64Array {
  const largest = shares.reduce((sum, own) => sum + own.length, 0);
  const distribution = new Float64Array(largest + 1);
  distribution[0] = 1;
  let reached = 0;
  for (const own of shares) {
    const none = 1 - own.reduce((sum, share) => sum + share, 0);
    if (own.some((share) => !(share >= 0)) || !(none >= -1e-12)) {
      throw new RangeError('a probability lies outside 0 … 1');
    }
    reached += own.length;
    for (let k = reached; k >= 0; k -= 1) {
      let probability = distribution[k]! * Math.max(0, none);
      for (let w = 1; w <= own.length && w <= k; w += 1) probability += distribution[k - w]! * own[w - 1]!;
      distribution[k] = probability;
    }
  }
  return distribution;
}

/** The distribution of the sum of two independent numbers with the given distributions. */
export function convolved(one: Float64Array, other: Float64Array): Float64Array {
  const sum = new Float64Array(one.length + other.length - 1);
  for (let i = 0; i < one.length; i += 1) {
    for (let k = 0; k < other.length; k += 1) sum[i + k]! += one[i]! * other[k]!;
  }
  return sum;
}

/** P(X ≤ k), summed directly rather than as 1 − P(X > k), so that small tails keep their digits. */
export function lowerTail(distribution: Float64Array, k: number): number {
  let sum = 0;
  for (let i = 0; i <= k && i < distribution.length; i += 1) sum += distribution[i]!;
  return Math.min(1, sum);
}

/** P(X ≥ k), summed from the far end. */
export function upperTail(distribution: Float64Array, k: number): number {
  let sum = 0;
  for (let i = distribution.length - 1; i >= k && i >= 0; i -= 1) sum += distribution[i]!;
  return Math.min(1, sum);
}

/** The largest k with P(X ≤ k) below `level`, or −1 when even P(X = 0) is not. */
export function largestUnlikely(distribution: Float64Array, level: number): number {
  let sum = 0;
  for (let k = 0; k < distribution.length; k += 1) {
    sum += distribution[k]!;
    if (!(sum < level)) return k - 1;
  }
  return distribution.length - 1;
}

/** `largestUnlikely` of the sum of two independent numbers, with no more of its distribution worked out than it takes. */
export function largestUnlikelySum(one: Float64Array, other: Float64Array, level: number): number {
  let sum = 0;
  const largest = one.length + other.length - 2;
  for (let k = 0; k <= largest; k += 1) {
    const from = Math.max(0, k - other.length + 1);
    for (let i = from; i <= k && i < one.length; i += 1) sum += one[i]! * other[k - i]!;
    if (!(sum < level)) return k - 1;
  }
  return largest;
}
