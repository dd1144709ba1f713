import { lowerTail, upperTail, weightedDistribution } from '../chance/poisson-binomial.ts';
import type { InvestigationRatings } from './investigation-ratings.ts';
import { above, below, smallestGroup, type StatusCode, type StatusResult } from './status-code.ts';

export type RatingTotals = {
  readonly pupilId: string;
  /** How many rated the pupil. */
  readonly raters: number;
  /** Sums over raters: S of points above the middle of the scale, A of points below it, P of ratings, and I = S + A. */
  readonly sympathy: number;
  readonly antipathy: number;
  readonly preference: number;
  readonly impact: number;
  /** The sums expected if every rater's own ratings were dealt out at random. */
  readonly expectedSympathy: number;
  readonly expectedAntipathy: number;
  readonly expectedPreference: number;
  readonly expectedImpact: number;
  /** P(≤ P), P(≥ P), P(≤ I), P(≥ I) under the same. */
  readonly lowerPreference: number;
  readonly upperPreference: number;
  readonly lowerImpact: number;
  readonly upperImpact: number;
};

export type MaassenLandsheerFigures = RatingTotals & { readonly code: StatusCode };

/**
 * Two-dimensional sociometric status from ratings on a scale with a neutral middle, after Maassen & Landsheer 1998 (SSRAT).
 *
 * Each rater's ratings are taken as that rater's distribution; the totals of a pupil are compared with the convolution over those
 * who rated the pupil. Popular: P rarely high, S above and A below expected. Rejected: P rarely low, S below and A above.
 * Neglected: I rarely low, both below. Controversial: I rarely high, both above. Average: the rest. Rare is a tail of at most `alpha`
 * (.05 when absent).
 *
 * Pupils nobody rated have no entry. No status with fewer than 8 rated pupils, or when all ratings are equal.
 * @throws RangeError when the scale has no middle (an even number of points), or `alpha` is not between 0 and 1.
 */
export function maassenLandsheerStatus(
  answers: InvestigationRatings,
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): StatusResult<MaassenLandsheerFigures> {
  const { ratings, scale, roster } = answers;
  if ((scale.lowest + scale.highest) % 2 !== 0) throw new RangeError('The scale has no middle');
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha is a probability between 0 and 1');
  const given = Map.groupBy(ratings, ({ from }) => from);
  const received = Map.groupBy(ratings, ({ to }) => to);
  if (received.size < smallestGroup) return { notComputed: 'small-group', pupils: [] };
  if (ratings.every(({ value }) => value === ratings[0]?.value))
    return { notComputed: 'no-spread', pupils: [] };
  const valuesOf = new Map([...given].map(([rater, own]) => [rater, own.map(({ value }) => value)]));
  const pupils = roster.flatMap((pupilId) => {
    const own = received.get(pupilId);
    if (own === undefined) return [];
    const raters = own.map(({ from }) => valuesOf.get(from) ?? []);
    const totals = totalsOf(
      pupilId,
      own.map(({ value }) => value),
      raters,
      scale,
    );
    return [{ ...totals, code: codeOfTotals(totals, alpha) }];
  });
  return { notComputed: null, pupils };
}

/** The code that the totals of one pupil amount to. */
export function codeOfTotals(totals: Omit<RatingTotals, 'pupilId'>, alpha: number): StatusCode {
  const rare = (tail: number): boolean => !above(tail, alpha);
  const { sympathy: s, expectedSympathy: es, antipathy: a, expectedAntipathy: ea } = totals;
  if (rare(totals.upperPreference) && above(s, es) && below(a, ea)) return 'popular';
  if (rare(totals.lowerPreference) && below(s, es) && above(a, ea)) return 'rejected';
  if (rare(totals.lowerImpact) && below(s, es) && below(a, ea)) return 'neglected';
  if (rare(totals.upperImpact) && above(s, es) && above(a, ea)) return 'controversial';
  return 'average';
}

/** `received` are the pupil's ratings; `raters` has, for each of them, all ratings that rater gave. */
function totalsOf(
  pupilId: string,
  received: readonly number[],
  raters: readonly (readonly number[])[],
  { lowest, highest }: InvestigationRatings['scale'],
): RatingTotals {
  const middle = (lowest + highest) / 2;
  const points = {
    sympathy: (value: number): number => Math.max(0, value - middle),
    antipathy: (value: number): number => Math.max(0, middle - value),
    preference: (value: number): number => value - lowest,
    impact: (value: number): number => Math.abs(value - middle),
  };
  const total = (of: (value: number) => number): number => sum(received.map(of));
  const expected = (of: (value: number) => number): number =>
    sum(raters.map((own) => sum(own.map(of)) / own.length));
  const distribution = (of: (value: number) => number, most: number): Float64Array =>
    weightedDistribution(raters.map((own) => shares(own.map(of), most)));
  const preference = distribution(points.preference, highest - lowest);
  const impact = distribution(points.impact, highest - middle);
  // The distribution starts at the lowest rating from each.
  const base = received.length * lowest;
  return {
    pupilId,
    raters: received.length,
    sympathy: total(points.sympathy),
    antipathy: total(points.antipathy),
    preference: total(points.preference) + base,
    impact: total(points.impact),
    expectedSympathy: expected(points.sympathy),
    expectedAntipathy: expected(points.antipathy),
    expectedPreference: expected(points.preference) + base,
    expectedImpact: expected(points.impact),
    lowerPreference: lowerTail(preference, total(points.preference)),
    upperPreference: upperTail(preference, total(points.preference)),
    lowerImpact: lowerTail(impact, total(points.impact)),
    upperImpact: upperTail(impact, total(points.impact)),
  };
}

/** The share of the values that are 1, 2, … `most`. */
function shares(values: readonly number[], most: number): number[] {
  const counts = new Array<number>(most).fill(0);
  for (const value of values) if (value > 0) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
  return counts.map((count) => count / values.length);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
