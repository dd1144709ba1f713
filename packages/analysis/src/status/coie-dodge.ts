import type { InvestigationInput } from './investigation-input.ts';
import { cleanNominations, receivedNominations, type DroppedNominations } from './nominations.ts';
import { above, below, SMALLEST_GROUP, type NoStatus, type SociometricStatus } from './sociometric-status.ts';
import { zScores } from './z-scores.ts';

export type CoieDodgeOptions = {
  /** Coie & Dodge 1983 (default), or Coie, Dodge & Coppotelli 1982. */
  readonly version?: 1983 | 1982;
  /** Divisor of the squares in a standard deviation: n − 1 (default) or n. */
  readonly deviation?: 'sample' | 'population';
  /** Nominations as a share of those who were asked about the pupil (default), or counted. */
  readonly received?: 'share' | 'count';
  /** Preference and impact standardised once more (default), or as the difference and sum of standard scores. */
  readonly scores?: 'restandardised' | 'raw';
};

export type CoieDodgePupil = {
  readonly pupilId: string;
  readonly liked: number;
  readonly disliked: number;
  readonly couldBeNamed: number;
  /** Standard scores of likes and dislikes, social preference and social impact. */
  readonly zLiked: number;
  readonly zDisliked: number;
  readonly preference: number;
  readonly impact: number;
  readonly status: SociometricStatus;
};

export type CoieDodgeResult = {
  /** Null when there are statuses. */
  readonly noStatus: NoStatus | null;
  readonly dropped: DroppedNominations;
  /** By id; empty without statuses. */
  readonly pupils: readonly CoieDodgePupil[];
};

type Scores = Pick<CoieDodgePupil, 'liked' | 'zLiked' | 'zDisliked' | 'preference' | 'impact'>;

/** What both versions share: standard scores of the two counts on their sides of 0, and preference or impact beyond 1. */
const extreme = ({ zLiked, zDisliked, preference, impact }: Scores): SociometricStatus | null => {
  if (above(preference, 1) && zLiked > 0 && zDisliked < 0) return 'popular';
  if (below(preference, -1) && zLiked < 0 && zDisliked > 0) return 'rejected';
  if (above(impact, 1) && zLiked > 0 && zDisliked > 0) return 'controversial';
  return null;
};

const classify: Readonly<Record<1983 | 1982, (scores: Scores) => SociometricStatus>> = {
  1983: (scores) =>
    extreme(scores) ??
    (below(scores.impact, -1) && scores.zLiked < 0 && scores.zDisliked < 0 ? 'neglected' : 'average'),
  1982: (scores) => {
    const found = extreme(scores);
    if (found !== null) return found;
    if (below(scores.impact, -1) && scores.liked === 0) return 'neglected';
    return above(scores.preference, -0.5) && below(scores.preference, 0.5) ? 'average' : 'unclassified';
  },
};

/** A pupil nobody was asked about has received no share of nothing: 0. */
const shareOf = (counts: readonly number[], of: readonly number[]): readonly number[] =>
  counts.map((count, at) => (of[at] === 0 ? 0 : count / of[at]!));

/**
 * Sociometric status by standard scores of likes and dislikes within the group (Coie & Dodge 1983; Coie, Dodge & Coppotelli
 * 1982). Social preference is zLiked − zDisliked, social impact their sum. Absent pupils are still nominees. No statuses for
 * fewer than 8 pupils, or when likes, dislikes, preference or impact are alike for all. Nothing is thrown.
 */
export const coieDodgeStatus = (
  input: InvestigationInput,
  options: CoieDodgeOptions = {},
): CoieDodgeResult => {
  const { version = 1983, deviation = 'sample', received = 'share', scores = 'restandardised' } = options;
  const nominations = cleanNominations(input);
  const { roster, ballots, dropped } = nominations;
  const without = (noStatus: NoStatus): CoieDodgeResult => ({ noStatus, dropped, pupils: [] });
  if (roster.length < SMALLEST_GROUP) return without('small-group');
  if (ballots.length === 0) return without('no-nominators');
  const { liked, disliked, couldBeNamed } = receivedNominations(nominations);
  const z = (values: readonly number[]) => zScores(values, deviation === 'sample');
  const as = (counts: readonly number[]) => (received === 'share' ? shareOf(counts, couldBeNamed) : counts);
  const [zLiked, zDisliked] = [z(as(liked)), z(as(disliked))];
  if (zLiked === null || zDisliked === null) return without('no-variation');
  const again = (values: readonly number[]) => (scores === 'raw' ? values : z(values));
  const preference = again(zLiked.map((value, at) => value - zDisliked[at]!));
  const impact = again(zLiked.map((value, at) => value + zDisliked[at]!));
  if (preference === null || impact === null) return without('no-variation');
  return {
    noStatus: null,
    dropped,
    pupils: roster.map((pupilId, at) => {
      const own = {
        liked: liked[at]!,
        disliked: disliked[at]!,
        couldBeNamed: couldBeNamed[at]!,
        zLiked: zLiked[at]!,
        zDisliked: zDisliked[at]!,
        preference: preference[at]!,
        impact: impact[at]!,
      };
      return { pupilId, ...own, status: classify[version](own) };
    }),
  };
};
