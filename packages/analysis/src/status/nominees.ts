import type { Choice } from '../network.ts';
import type { InvestigationInput } from './investigation-input.ts';

/** A respondent, by how many of the peers the respondent answered about were liked and disliked. */
export type Nominator = {
  readonly id: string;
  readonly liked: number;
  readonly disliked: number;
  readonly considered: number;
};

/** A pupil with the nominations received: LM liked most, LL liked least, and all who could have named the pupil. */
export type Nominee = {
  readonly pupilId: string;
  readonly liked: number;
  readonly disliked: number;
  readonly nominators: readonly Nominator[];
};

/** The pupils somebody could name, by id. One whom nobody answered about has no score, and is not here. */
export function nominees(input: InvestigationInput): readonly Nominee[] {
  const blank = new Map(input.respondents.map((id) => [id, new Set<string>()]));
  for (const { from, to } of input.unanswered) blank.get(from)?.add(to);
  const likesFrom = countBy(input.likes, 'from');
  const dislikesFrom = countBy(input.dislikes, 'from');
  const likesTo = countBy(input.likes, 'to');
  const dislikesTo = countBy(input.dislikes, 'to');
  const nominators = input.respondents.map((id) => ({
    id,
    liked: likesFrom.get(id) ?? 0,
    disliked: dislikesFrom.get(id) ?? 0,
    considered: input.roster.length - 1 - (blank.get(id)?.size ?? 0),
  }));
  return input.roster
    .map((pupilId) => ({
      pupilId,
      liked: likesTo.get(pupilId) ?? 0,
      disliked: dislikesTo.get(pupilId) ?? 0,
      nominators: nominators.filter(({ id }) => id !== pupilId && blank.get(id)?.has(pupilId) !== true),
    }))
    .filter((nominee) => nominee.nominators.length > 0);
}

function countBy(choices: readonly Choice[], end: 'from' | 'to'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const choice of choices) counts.set(choice[end], (counts.get(choice[end]) ?? 0) + 1);
  return counts;
}
