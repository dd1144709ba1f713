/** How many were so both times, the first time alone, the second alone, and neither time. */
export type PairedTable = {
  readonly n11: number;
  readonly n10: number;
  readonly n01: number;
  readonly n00: number;
};

/** Two shares of the same ones, and how far they lie apart. */
export type PairedDifference = {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  /** The second share less the first, −1 to 1, with its 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
};

/** The 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** How far the score interval of Wilson 1927 reaches below and above the share of `count` among `n`. */
const reach = (count: number, n: number): { readonly below: number; readonly above: number } => {
  const share = count / n;
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { below: share - middle + half, above: middle + half - share };
};

/** Newcombe's correlation of the two times: nearer to 0 by n/2 where it is positive, 0 where a margin is empty. */
const correlation = ({ n11, n10, n01, n00 }: PairedTable): number => {
  const margins = (n11 + n10) * (n01 + n00) * (n11 + n01) * (n10 + n00);
  if (margins === 0) return 0;
  const product = n11 * n00 - n10 * n01;
  const n = n11 + n10 + n01 + n00;
  return (product > 0 ? Math.max(0, product - n / 2) : product) / Math.sqrt(margins);
};

/**
 * The difference of two shares of the same ones, second less first, with the interval of Newcombe 1998 (Statistics in Medicine
 * 17:2635–2650), method 10: the score intervals of both shares put together with the correlation of the two times. Null for
 * nobody. Unlike Wald's, it is never of no width and never outside −1 to 1.
 */
export function pairedDifference(table: PairedTable): PairedDifference | null {
  const { n11, n10, n01, n00 } = table;
  const n = n11 + n10 + n01 + n00;
  if (n === 0) return null;
  const [first, second] = [reach(n11 + n10, n), reach(n11 + n01, n)];
  const phi = correlation(table);
  const far = (a: number, b: number): number => Math.sqrt(Math.max(0, a ** 2 - 2 * phi * a * b + b ** 2));
  const difference = (n01 - n10) / n;
  return {
    n,
    before: (n11 + n10) / n,
    after: (n11 + n01) / n,
    difference,
    low: Math.max(-1, difference - far(second.below, first.above)),
    high: Math.min(1, difference + far(second.above, first.below)),
  };
}
