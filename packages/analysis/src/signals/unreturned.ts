import type { RoundFigures } from './count-figures.ts';

/**
 * The logarithm of the share of the class's choices that are not returned, of those that could be; 0 without any.
 * With n such choices made, n times this is the logarithm of the probability that none is returned if each is
 * returned as often as in the class. Returned choices come in pairs and friends choose alike, so it is a yardstick
 * and not an exact probability.
 */
export function logUnreturned({
  classReturnable,
  classReturned,
}: Pick<RoundFigures, 'classReturnable' | 'classReturned'>): number {
  return classReturnable === 0 ? 0 : Math.log1p(-classReturned / classReturnable);
}
