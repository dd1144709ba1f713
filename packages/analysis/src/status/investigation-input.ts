import type { Choice } from '../network.ts';
import { cleanNetwork, type DroppedChoices } from '../networks/clean-network.ts';
import { assertStated, type InvestigationBasis } from './investigation-basis.ts';

const basisOf: unique symbol = Symbol('investigation basis');

/** What the pupils of one group answered when asked whom they like and whom they like least. */
export type InvestigationAnswers = {
  readonly roster: readonly string[];
  readonly respondents: readonly string[];
  readonly likes: readonly Choice[];
  readonly dislikes: readonly Choice[];
  /** Pairs left blank: `from` answered, but not about `to`, who could then not be named. None when absent. */
  readonly unanswered?: readonly Choice[];
};

export type DroppedNominations = {
  readonly likes: DroppedChoices;
  readonly dislikes: DroppedChoices;
  /** Pairs named as both; neither is kept. */
  readonly both: number;
};

/**
 * Answers of an investigation, cleaned. Only `investigationInput` makes one, from a stated basis, so that a routine round,
 * whose types have no negative criterion, cannot come to a status by accident.
 */
export type InvestigationInput = Required<InvestigationAnswers> & {
  readonly dropped: DroppedNominations;
  readonly [basisOf]: InvestigationBasis;
};

/**
 * Takes likes and dislikes of one group as the answers of an investigation or of research.
 *
 * Left out and counted: what `cleanNetwork` leaves out of either, and pairs named as both liked and disliked. A blank pair that
 * is named all the same counts as answered. Everything is sorted, so the order of the input means nothing.
 * @throws RangeError when the basis says nothing.
 */
export function investigationInput(
  basis: InvestigationBasis,
  answers: InvestigationAnswers,
): InvestigationInput {
  assertStated(basis);
  const { roster, respondents } = answers;
  const clean = (choices: readonly Choice[]) => cleanNetwork({ roster, respondents, choices });
  const likes = clean(answers.likes);
  const dislikes = clean(answers.dislikes);
  const liked = pairSet(likes.network.choices);
  const disliked = pairSet(dislikes.network.choices);
  const onlyLiked = likes.network.choices.filter((choice) => !disliked.has(pairKey(choice)));
  return {
    roster: likes.network.roster,
    respondents: likes.network.respondents,
    likes: onlyLiked,
    dislikes: dislikes.network.choices.filter((choice) => !liked.has(pairKey(choice))),
    unanswered: clean(answers.unanswered ?? []).network.choices.filter(
      (pair) => !liked.has(pairKey(pair)) && !disliked.has(pairKey(pair)),
    ),
    dropped: {
      likes: likes.dropped,
      dislikes: dislikes.dropped,
      both: likes.network.choices.length - onlyLiked.length,
    },
    [basisOf]: basis,
  };
}

const pairKey = ({ from, to }: Choice): string => JSON.stringify([from, to]);
const pairSet = (pairs: readonly Choice[]): ReadonlySet<string> => new Set(pairs.map(pairKey));
