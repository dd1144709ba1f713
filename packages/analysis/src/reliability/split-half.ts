import { seededGenerator, type DrawBelow } from '../chance/seeded-generator.ts';
import type { ChoiceNetwork } from '../network.ts';
import { nominationRows, type NominationRows } from './nomination-rows.ts';

export type SplitHalf = {
  /** Reliability of the received choices of the whole class; null when no split has a correlation. */
  readonly reliability: number | null;
  /** The mean correlation between halves, before the correction. */
  readonly halfCorrelation: number | null;
  /** How many splits had a correlation. */
  readonly splits: number;
};

/**
 * Split-half reliability of received choices over nominators: the respondents are divided at random into two halves
 * (one larger by one when they are odd), each pupil's received share of the nominators other than the pupil is
 * correlated between the halves over all pupils, and the mean over `splits` divisions is corrected to full length by
 * 2r/(1+r) (Spearman 1910; Brown 1910).
 *
 * The correction is made once, on the mean, because it runs off without bound as r nears −1. A division where one half
 * gives everybody the same share has no correlation and is left out. Pupils who did not answer are no nominators; they
 * are still chosen. All is null with fewer than four respondents. The network is cleaned first; the same seed gives
 * the same value. Throws a RangeError when `splits` is not a positive whole number.
 */
export function splitHalf(network: ChoiceNetwork, seed: number, splits = 200): SplitHalf {
  if (!Number.isInteger(splits) || splits < 1) throw new RangeError('splits must be a positive whole number');
  const rows = nominationRows(network);
  if (rows.nominators.length < 4) return { reliability: null, halfCorrelation: null, splits: 0 };
  const draw = seededGenerator(seed);
  const correlations = Array.from({ length: splits }, () => {
    const order = shuffled(rows.nominators, draw);
    const middle = order.length >> 1;
    return correlation(sharesFrom(rows, order.slice(0, middle)), sharesFrom(rows, order.slice(middle)));
  }).filter((value) => value !== null);
  if (correlations.length === 0) return { reliability: null, halfCorrelation: null, splits: 0 };
  const r = correlations.reduce((a, b) => a + b, 0) / correlations.length;
  return {
    reliability: r > -1 ? (2 * r) / (1 + r) : null,
    halfCorrelation: r,
    splits: correlations.length,
  };
}

/** The share of some nominators, oneself apart, who chose each pupil. */
function sharesFrom({ n, has }: NominationRows, nominators: readonly number[]): number[] {
  return Array.from({ length: n }, (_, pupil) => {
    const others = nominators.filter((i) => i !== pupil);
    return others.reduce((sum, i) => sum + has[i * n + pupil]!, 0) / others.length;
  });
}

function correlation(x: readonly number[], y: readonly number[]): number | null {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, i) => {
    const [dx, dy] = [value - meanX, y[i]! - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  // Equal shares differ from their mean by rounding only.
  return xx < 1e-12 || yy < 1e-12 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function shuffled(list: readonly number[], draw: DrawBelow): number[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
