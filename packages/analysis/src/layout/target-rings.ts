import { nominationProbabilities } from '../chance/nomination-probabilities.ts';
import { lowerTail, receivedDistribution, upperTail } from '../chance/poisson-binomial.ts';
import type { ChoiceNetwork } from '../network.ts';

/** From the middle outwards. */
export const targetRings = ['high', 'expected', 'low', 'none'] as const;
export type TargetRing = (typeof targetRings)[number];

/** So many choices, or so few, come by chance at most this often. */
const tail = 0.1;

/**
 * Each pupil's ring by received choices against chance, in the order of `ids`: `none` for nobody's choice; `high` and
 * `low` where as many, or as few, would come with probability 0.1 or less if every respondent spread the same number of
 * choices at random (Poisson-binomial); `expected` for the rest. After Northway 1940, whose rings are by quarters of the
 * class; against chance, a ring says the same in every class and may be empty.
 */
export function ringsByChance(ids: readonly string[], network: ChoiceNetwork): TargetRing[] {
  return ids.map((id) => {
    const choosers = new Set(
      network.choices.filter(({ from, to }) => to === id && from !== id).map(({ from }) => from),
    );
    const received = network.respondents.filter((one) => choosers.has(one)).length;
    if (received === 0) return 'none';
    const distribution = receivedDistribution(nominationProbabilities(network, id));
    if (upperTail(distribution, received) <= tail) return 'high';
    return lowerTail(distribution, received) <= tail ? 'low' : 'expected';
  });
}
