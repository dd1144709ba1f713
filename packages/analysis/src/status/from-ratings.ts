import type { Choice } from '../network.ts';
import { investigationInput, type InvestigationInput } from './investigation-input.ts';
import { basisOfRatings, type InvestigationRatings } from './investigation-ratings.ts';

/** Which ratings count as a nomination. */
export type RatingLimits = { readonly likeFrom: number; readonly dislikeTo: number };

/**
 * Nominations out of ratings: liked most at `likeFrom` or above, liked least at `dislikeTo` or below. Who rated somebody is a
 * respondent; whom a respondent did not rate, the respondent could not name.
 * @throws RangeError when the limits overlap.
 */
export function nominationsFromRatings(
  answers: InvestigationRatings,
  { likeFrom, dislikeTo }: RatingLimits,
): InvestigationInput {
  if (!(dislikeTo < likeFrom)) throw new RangeError('A rating cannot count as both liked and disliked');
  const likes = answers.ratings.filter(({ value }) => value >= likeFrom);
  return fromRatings(answers, likes, dislikeTo);
}

/**
 * The nominations of Asher & Dodge 1986: liked most by positive nominations, liked least by the lowest rating of the scale, so
 * that nobody is asked to name whom they dislike. Their status is `coieDodgeStatus` of the result. Liked pupils count whether or
 * not they were rated; one both liked and rated lowest by the same classmate counts as neither.
 */
export function asherDodgeNominations(
  answers: InvestigationRatings,
  likes: readonly Choice[],
): InvestigationInput {
  return fromRatings(answers, likes, answers.scale.lowest);
}

function fromRatings(
  answers: InvestigationRatings,
  likes: readonly Choice[],
  dislikeTo: number,
): InvestigationInput {
  const { roster, ratings } = answers;
  const rated = Map.groupBy(ratings, ({ from }) => from);
  const respondents = [...rated.keys()];
  const unanswered = respondents.flatMap((from) => {
    const about = new Set(rated.get(from)?.map(({ to }) => to));
    return roster.filter((to) => !about.has(to)).map((to) => ({ from, to }));
  });
  const dislikes = ratings.filter(({ value }) => value <= dislikeTo);
  return investigationInput(basisOfRatings(answers), { roster, respondents, likes, dislikes, unanswered });
}
