import { cleanNetwork } from '../networks/clean-network.ts';
import type { ChoiceNetwork } from '../network.ts';

/**
 * For one pupil, the probability that each respondent would choose the pupil if the same number of choices were
 * spread at random over the list: p_i = k_i / a_i, with k_i the choices respondent i made and a_i the peers on
 * the roster.
 *
 * One number per respondent other than the pupil, in the order of the respondents' ids. Respondents who chose
 * nobody count with 0; absent pupils are left out, as what they would have chosen is unknown. Choices that
 * `cleanNetwork` drops are ignored. Empty when the pupil is not on the roster.
 */
export function nominationProbabilities(network: ChoiceNetwork, pupilId: string): readonly number[] {
  const { roster, respondents, choices } = cleanNetwork(network).network;
  if (!roster.includes(pupilId)) return [];
  const given = new Map<string, number>();
  for (const { from } of choices) given.set(from, (given.get(from) ?? 0) + 1);
  return respondents.filter((id) => id !== pupilId).map((id) => (given.get(id) ?? 0) / (roster.length - 1));
}
