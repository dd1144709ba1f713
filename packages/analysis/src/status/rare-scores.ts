import { lowerTail, receivedDistribution, upperTail } from '../chance/poisson-binomial.ts';
import { CLOSE } from './sociometric-status.ts';

/** The limits of rare scores in a class where everybody makes as many likes and as many dislikes; null where none is rare. */
export type RareScores = {
  /** The fewest likes, or dislikes, that are rare, and the most. */
  readonly many: number | null;
  readonly few: number | null;
  /** The same for likes and dislikes together. */
  readonly muchImpact: number | null;
  readonly littleImpact: number | null;
};

const rarest = (distribution: Float64Array, alpha: number) => {
  const scores = [...distribution.keys()];
  return {
    many: scores.find((score) => upperTail(distribution, score) <= alpha + CLOSE) ?? null,
    few: scores.findLast((score) => lowerTail(distribution, score) <= alpha + CLOSE) ?? null,
  };
};

/**
 * Rare scores of Newcomb & Bukowski 1983: of `classSize` pupils each likes `choices` others and dislikes as many, at random.
 * Likes received are binomial with n = classSize − 1 and p = choices/n, both together with twice the p. Throws RangeError when
 * twice the choices are more than the classmates.
 */
export const rareScores = (classSize: number, choices: number, alpha: number): RareScores => {
  const others = classSize - 1;
  if (!(choices >= 0 && 2 * choices <= others)) throw new RangeError('more nominations than classmates');
  const binomial = (p: number) => receivedDistribution(new Array<number>(others).fill(p));
  const one = rarest(binomial(choices / others), alpha);
  const both = rarest(binomial((2 * choices) / others), alpha);
  return { many: one.many, few: one.few, muchImpact: both.many, littleImpact: both.few };
};
