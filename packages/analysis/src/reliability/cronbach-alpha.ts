import type { ChoiceNetwork } from '../network.ts';
import { nominationRows } from './nomination-rows.ts';

/**
 * Cronbach's alpha of the received choices with nominators as items and pupils as cases (Cronbach 1951): how far the
 * nominators agree on who is chosen. 1 when all choose the same pupils, near 0 when each chooses their own, at times
 * below 0.
 *
 * Nobody rates oneself, so no case is complete. Alpha is therefore taken from its form by mean variance v and mean
 * covariance c of k items, k·c / (v + (k−1)·c), where the variance of a nominator is over everybody else and the
 * covariance of two over everybody but the two (pairwise deletion); divisors are one less than the number of pupils.
 * Pupils who did not answer are no items. Null with fewer than two nominators, fewer than four pupils, or when the
 * denominator is not positive. The network is cleaned first. Nothing is thrown.
 */
export function cronbachAlpha(network: ChoiceNetwork): number | null {
  const { n, nominators, has } = nominationRows(network);
  const k = nominators.length;
  if (k < 2 || n < 4) return null;
  const given = nominators.map((i) => has.subarray(i * n, i * n + n).reduce((a, b) => a + b, 0));
  const covariance = (both: number, a: number, b: number, cases: number): number =>
    (both - (a * b) / cases) / (cases - 1);
  let variances = 0;
  let covariances = 0;
  nominators.forEach((i, row) => {
    variances += covariance(given[row]!, given[row]!, given[row]!, n - 1);
    for (let other = 0; other < row; other++) {
      const j = nominators[other]!;
      let both = 0;
      for (let pupil = 0; pupil < n; pupil++) both += has[i * n + pupil]! & has[j * n + pupil]!;
      const [a, b] = [given[row]! - has[i * n + j]!, given[other]! - has[j * n + i]!];
      covariances += 2 * covariance(both, a, b, n - 2);
    }
  });
  const meanCovariance = covariances / (k * (k - 1));
  const denominator = variances / k + (k - 1) * meanCovariance;
  return denominator > 1e-12 ? (k * meanCovariance) / denominator : null;
}
