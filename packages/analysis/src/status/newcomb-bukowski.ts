import { lowerTail, receivedDistribution, upperTail } from '../chance/poisson-binomial.ts';
import { compareFractions, fraction, sumOfFractions } from './fraction.ts';
import type { InvestigationInput } from './investigation-input.ts';
import { nominees, type Nominator, type Nominee } from './nominees.ts';
import { above, smallestGroup, type StatusCode, type StatusResult } from './status-code.ts';
import { score, standardScores } from './standardise.ts';

export type NewcombBukowskiOptions = {
  /** A tail at most this is rare; .05 when absent. */
  readonly alpha?: number;
  /** What the other score of a controversial pupil must be to its expected value; above when absent. */
  readonly controversial?: 'above' | 'at-or-above';
};

export type NewcombBukowskiFigures = {
  readonly pupilId: string;
  readonly code: StatusCode;
  /** LM, LL, SI = LM + LL, and the respondents who could have named the pupil. */
  readonly liked: number;
  readonly disliked: number;
  readonly impact: number;
  readonly possible: number;
  readonly expectedLiked: number;
  readonly expectedDisliked: number;
  /** P(≥ LM), P(≥ LL), P(≤ SI) if every nominator had named as many at random. */
  readonly upperLiked: number;
  readonly upperDisliked: number;
  readonly lowerImpact: number;
};

/**
 * Probability-based sociometric status after Newcomb & Bukowski 1983, with the Poisson-binomial distribution in place of the
 * binomial: nominator i, who named k_i of the a_i peers answered about, names a given one of them with probability k_i / a_i;
 * likes and dislikes of one nominator exclude each other, so SI has the sum of the two.
 *
 * Controversial: LM or LL rarely high and the other above its expected value. Popular: LM rarely high and LL below expected.
 * Rejected: LL rarely high and LM below expected. Neglected: SI rarely low. Average: the rest. Rare is a tail of at most `alpha`;
 * the comparison with the expected value is exact. The rules exclude one another but for neglected, which comes last.
 *
 * No status in a group of fewer than 8 pupils somebody could name, or when LM or LL, as shares, is the same for all.
 * @throws RangeError when `alpha` is not between 0 and 1.
 */
export function newcombBukowskiStatus(
  input: InvestigationInput,
  options: NewcombBukowskiOptions = {},
): StatusResult<NewcombBukowskiFigures> {
  const { alpha = 0.05, controversial = 'above' } = options;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha is a probability between 0 and 1');
  const group = nominees(input);
  if (group.length < smallestGroup) return { notComputed: 'small-group', pupils: [] };
  const spread = (count: (nominee: Nominee) => number): boolean =>
    standardScores(
      group.map((nominee) => score(count(nominee), nominee.nominators.length, 'share')),
      'population',
    ) !== null;
  if (!spread((nominee) => nominee.liked) || !spread((nominee) => nominee.disliked))
    return { notComputed: 'no-spread', pupils: [] };
  return {
    notComputed: null,
    pupils: group.map((nominee) => newcombBukowskiFigures(nominee, alpha, controversial)),
  };
}

/** The figures and code of one pupil. */
export function newcombBukowskiFigures(
  { pupilId, liked, disliked, nominators }: Nominee,
  alpha: number,
  controversial: 'above' | 'at-or-above',
): NewcombBukowskiFigures {
  const distribution = (named: (nominator: Nominator) => number): Float64Array =>
    receivedDistribution(nominators.map((nominator) => named(nominator) / nominator.considered));
  const likes = against(liked, nominators, (nominator) => nominator.liked);
  const dislikes = against(disliked, nominators, (nominator) => nominator.disliked);
  const upperLiked = upperTail(
    distribution((nominator) => nominator.liked),
    liked,
  );
  const upperDisliked = upperTail(
    distribution((nominator) => nominator.disliked),
    disliked,
  );
  const both = distribution((nominator) => nominator.liked + nominator.disliked);
  const impact = liked + disliked;
  const lowerImpact = lowerTail(both, impact);

  const rare = (tail: number): boolean => !above(tail, alpha);
  const least = controversial === 'above' ? 1 : 0;
  let code: StatusCode = rare(lowerImpact) ? 'neglected' : 'average';
  if (rare(upperLiked) && dislikes.side >= least) code = 'controversial';
  else if (rare(upperDisliked) && likes.side >= least) code = 'controversial';
  else if (rare(upperLiked) && dislikes.side < 0) code = 'popular';
  else if (rare(upperDisliked) && likes.side < 0) code = 'rejected';
  return {
    pupilId,
    code,
    liked,
    disliked,
    impact,
    possible: nominators.length,
    expectedLiked: likes.expected,
    expectedDisliked: dislikes.expected,
    upperLiked,
    upperDisliked,
    lowerImpact,
  };
}

/** The expected number of nominations, and −1, 0 or 1 as the number received is below, at or above it. */
function against(
  received: number,
  nominators: readonly Nominator[],
  named: (nominator: Nominator) => number,
): { readonly expected: number; readonly side: -1 | 0 | 1 } {
  const sum = sumOfFractions(nominators.map((nominator) => fraction(named(nominator), nominator.considered)));
  return {
    expected: Number(sum.numerator) / Number(sum.denominator),
    side: compareFractions(fraction(received, 1), sum),
  };
}
