import type { InvestigationInput } from './investigation-input.ts';
import { nominees, type Nominee } from './nominees.ts';
import { restandardised, score, standardScores, type Deviation } from './standardise.ts';
import { above, below, smallestGroup, type StatusCode, type StatusResult } from './status-code.ts';

export type CoieDodgeOptions = {
  /** Which paper's rules; 1983 when absent. */
  readonly definition?: 1983 | 1982;
  /** Sample when absent. */
  readonly deviation?: Deviation;
  /** Nominations as a share of those who could have named the pupil, or counted; share when absent. */
  readonly score?: 'share' | 'count';
  /** Whether SP and SI are brought to SD 1 again; re-standardised when absent. */
  readonly scale?: 'restandardised' | 'raw';
};

export type CoieDodgeFigures = {
  readonly pupilId: string;
  readonly code: StatusCode;
  /** Every code whose rule the pupil meets, in order of precedence; `code` is the first. */
  readonly meets: readonly StatusCode[];
  /** LM, LL, and the respondents who could have named the pupil. */
  readonly liked: number;
  readonly disliked: number;
  readonly possible: number;
  readonly zLiked: number;
  readonly zDisliked: number;
  /** SP = zLM − zLL and SI = zLM + zLL, scaled as asked for. */
  readonly preference: number;
  readonly impact: number;
};

/**
 * Two-dimensional sociometric status after Coie, Dodge & Coppotelli 1982 and Coie & Dodge 1983, from standard scores of
 * liked-most (LM) and liked-least (LL) nominations within one group.
 *
 * Popular: SP > 1, zLM > 0, zLL < 0. Rejected: SP < −1, zLM < 0, zLL > 0. Controversial: SI > 1, both z > 0. Neglected:
 * SI < −1 and, 1983, both z < 0, or, 1982, LM = 0. All limits are strict. Who meets more than one gets the first of that order.
 * The rest are average; in 1982 only those with |SP| < ½, and the others are unclassified.
 *
 * Pupils nobody answered about are left out of means and deviations. No status in a group of fewer than 8, or when LM, LL, or a
 * score to be re-standardised is the same for all. The structure is as in the papers; the numbers are from later descriptions of them.
 */
export function coieDodgeStatus(
  input: InvestigationInput,
  options: CoieDodgeOptions = {},
): StatusResult<CoieDodgeFigures> {
  const {
    definition = 1983,
    deviation = 'sample',
    score: kind = 'share',
    scale = 'restandardised',
  } = options;
  const group = nominees(input);
  if (group.length < smallestGroup) return { notComputed: 'small-group', pupils: [] };
  const z = (count: (nominee: Nominee) => number): number[] | null =>
    standardScores(
      group.map((nominee) => score(count(nominee), nominee.nominators.length, kind)),
      deviation,
    );
  const zLiked = z((nominee) => nominee.liked);
  const zDisliked = z((nominee) => nominee.disliked);
  if (zLiked === null || zDisliked === null) return { notComputed: 'no-spread', pupils: [] };
  const scaled = (values: number[]): number[] | null =>
    scale === 'raw' ? values : restandardised(values, deviation);
  const preference = scaled(zLiked.map((value, i) => value - (zDisliked[i] ?? NaN)));
  const impact = scaled(zLiked.map((value, i) => value + (zDisliked[i] ?? NaN)));
  if (preference === null || impact === null) return { notComputed: 'no-spread', pupils: [] };
  const pupils = group.map((nominee, i) => {
    const figures = {
      pupilId: nominee.pupilId,
      liked: nominee.liked,
      disliked: nominee.disliked,
      possible: nominee.nominators.length,
      zLiked: zLiked[i] ?? NaN,
      zDisliked: zDisliked[i] ?? NaN,
      preference: preference[i] ?? NaN,
      impact: impact[i] ?? NaN,
    };
    const meets = rules.filter((rule) => rule.holds(figures, definition)).map((rule) => rule.code);
    const rest =
      definition === 1983 || Math.abs(figures.preference) < 0.5 - 1e-9 ? 'average' : 'unclassified';
    return { ...figures, code: meets[0] ?? rest, meets };
  });
  return { notComputed: null, pupils };
}

type Scores = Omit<CoieDodgeFigures, 'code' | 'meets'>;
type Rule = {
  readonly code: StatusCode;
  readonly holds: (scores: Scores, definition: 1983 | 1982) => boolean;
};

/** In order of precedence. A z of 0 is exactly 0, so the signs need no tolerance. */
const rules: readonly Rule[] = [
  { code: 'popular', holds: (s) => above(s.preference, 1) && s.zLiked > 0 && s.zDisliked < 0 },
  { code: 'rejected', holds: (s) => below(s.preference, -1) && s.zLiked < 0 && s.zDisliked > 0 },
  { code: 'controversial', holds: (s) => above(s.impact, 1) && s.zLiked > 0 && s.zDisliked > 0 },
  {
    code: 'neglected',
    holds: (s, definition) =>
      below(s.impact, -1) && (definition === 1982 ? s.liked === 0 : s.zLiked < 0 && s.zDisliked < 0),
  },
];
