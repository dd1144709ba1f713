import type { Wording } from './wording.ts';

/** At most `decimals` decimals, without trailing zeros, with the language's decimal mark. */
export function decimal(value: number, wording: Wording, decimals = 1): string {
  return String(Number(value.toFixed(decimals))).replace('.', wording.decimalMark);
}

/** A mean number; too small for one decimal is said to be so rather than 0. */
export const meanNumber = (value: number, wording: Wording): string =>
  value > 0 && value < 0.05 ? wording.lessThan(decimal(0.1, wording)) : decimal(value, wording);

/**
 * A probability as a share that can be pictured: from .3 up in tenths, below that as one in so many, no
 * finer than fives from 20 and tens from 100.
 */
export function shareOf(probability: number, wording: Wording): string {
  if (probability < 0.001) return wording.fewerThan(1, 1000);
  if (probability >= 0.95) return wording.moreThan(9, 10);
  if (probability >= 0.3) return wording.about(Math.round(probability * 10), 10);
  const oneIn = 1 / probability;
  const step = oneIn < 20 ? 1 : oneIn < 100 ? 5 : 10;
  return wording.about(1, Math.round(oneIn / step) * step);
}
