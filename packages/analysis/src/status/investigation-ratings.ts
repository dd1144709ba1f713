import type { Choice } from '../network.ts';
import { byCodeUnit } from '../networks/clean-network.ts';
import { assertStated, type InvestigationBasis } from './investigation-basis.ts';

const basisOf: unique symbol = Symbol('investigation basis');

/** How much `from` likes `to`, a whole number on the scale. */
export type Rating = Choice & { readonly value: number };

/** Whole numbers from `lowest`, liked least, to `highest`; blanks are left out. */
export type RatingAnswers = {
  readonly roster: readonly string[];
  readonly ratings: readonly Rating[];
  readonly scale: { readonly lowest: number; readonly highest: number };
};

/** Each counted once under the first reason that applies, in this order. */
export type DroppedRatings = {
  readonly outsideRoster: number;
  readonly self: number;
  readonly duplicate: number;
};

/** Ratings of an investigation, cleaned; only `investigationRatings` makes one (see `InvestigationInput`). */
export type InvestigationRatings = RatingAnswers & {
  readonly dropped: DroppedRatings;
  readonly [basisOf]: InvestigationBasis;
};

/** The basis that ratings were taken on, for what is derived from them. */
export const basisOfRatings = (ratings: InvestigationRatings): InvestigationBasis => ratings[basisOf];

/**
 * Takes ratings of one group as the answers of an investigation or of research. Ratings with an end outside the roster, of
 * oneself, and of a pair rated already are left out and counted; the roster and the ratings are sorted.
 * @throws RangeError when the basis says nothing, the scale is not of at least two whole numbers, a rating is not a whole
 * number on it, or a pair is rated twice with different values.
 */
export function investigationRatings(
  basis: InvestigationBasis,
  { roster, ratings, scale }: RatingAnswers,
): InvestigationRatings {
  assertStated(basis);
  if (!Number.isInteger(scale.lowest) || !Number.isInteger(scale.highest) || scale.lowest >= scale.highest)
    throw new RangeError('A scale goes from one whole number to a higher one');
  const onRoster = new Set(roster);
  const kept = new Map<string, Rating>();
  const dropped = { outsideRoster: 0, self: 0, duplicate: 0 };
  for (const { from, to, value } of ratings) {
    if (!Number.isInteger(value) || value < scale.lowest || value > scale.highest)
      throw new RangeError(`${value} is not a whole number from ${scale.lowest} to ${scale.highest}`);
    const pair = JSON.stringify([from, to]);
    const before = kept.get(pair);
    if (!onRoster.has(from) || !onRoster.has(to)) dropped.outsideRoster += 1;
    else if (from === to) dropped.self += 1;
    else if (before === undefined) kept.set(pair, { from, to, value });
    else if (before.value === value) dropped.duplicate += 1;
    else throw new RangeError('A pair is rated twice with different values');
  }
  return {
    roster: [...onRoster].sort(byCodeUnit),
    ratings: [...kept.values()].sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to)),
    scale,
    dropped,
    [basisOf]: basis,
  };
}
