/** How many of a group, as a share with its 95 % interval. */
export type ShareOf = {
  readonly count: number;
  readonly of: number;
  /** Null, as the interval, where there is nobody to have a share of. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** The square of the 0.975 quantile of the standard normal distribution. */
const zSquared = 1.959963984540054 ** 2;

/**
 * A share with Wilson's score interval of 95 % without continuity correction (Wilson 1927; Newcombe 1998, method 3), which stays
 * within 0 and 1 and has a width also at 0 and at all.
 *
 * @throws RangeError when it is not a count of a part and a whole.
 */
export function shareOf(count: number, of: number): ShareOf {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(of) || count < 0 || count > of)
    throw new RangeError(`not a count of a whole: ${count} of ${of}`);
  if (of === 0) return { count, of, share: null, low: null, high: null };
  const share = count / of;
  const middle = share + zSquared / (2 * of);
  const margin = Math.sqrt(zSquared * ((share * (1 - share)) / of + zSquared / (4 * of * of)));
  const whole = 1 + zSquared / of;
  // At the ends the exact value is 0 or 1, which rounding must not pass.
  const low = count === 0 ? 0 : (middle - margin) / whole;
  const high = count === of ? 1 : (middle + margin) / whole;
  return { count, of, share, low, high };
}
