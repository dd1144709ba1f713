import type { ItemTally } from './item-tally.ts';
import { intervalOf, meanOf, medianOf, sampleDeviationOf, scoreCounts } from './score-counts.ts';

export type ItemSummary = {
  /** Answers, those on an option without a score included; skipped and not reached are not answers. */
  readonly answered: number;
  /** Answers on an option with a score: what mean, deviation, median and share low are of. */
  readonly scored: number;
  readonly mean: number | null;
  /** Sample standard deviation (n − 1); null below two scored answers. */
  readonly sd: number | null;
  readonly median: number | null;
  /** Student's 95 % interval about the mean, within the scale; null below two scored answers. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Share of the answers on each option, in the order of the tally; null when nobody answered. */
  readonly distribution: readonly { readonly optionId: string; readonly share: number | null }[];
  /** Share of the scored answers with a score of 1 or 2. */
  readonly shareLow: number | null;
};

const lowestScoreNotLow = 3;

/**
 * Mean, sample standard deviation, median, distribution and share low of one item from its counts. Scores 1–5, high is
 * good; an item of three options has the scores 1, 3, 5, so its lowest option alone is low. The median of an even
 * number of answers is the middle of the two in the middle.
 *
 * @throws RangeError when a count is not a whole number from 0 up.
 */
export function summariseItem(tally: ItemTally): ItemSummary {
  for (const count of [...tally.counts.map((option) => option.count), tally.skipped, tally.notReached]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  }
  const answered = tally.counts.reduce((sum, { count }) => sum + count, 0);
  const scores = scoreCounts(tally.counts);
  const scored = scores.reduce((sum, { count }) => sum + count, 0);
  const low = scores.reduce((sum, { score, count }) => (score < lowestScoreNotLow ? sum + count : sum), 0);
  return {
    answered,
    scored,
    mean: meanOf(scores),
    sd: sampleDeviationOf(scores),
    median: medianOf(scores),
    interval: intervalOf(scores),
    distribution: tally.counts.map(({ optionId, count }) => ({
      optionId,
      share: answered === 0 ? null : count / answered,
    })),
    shareLow: scored === 0 ? null : low / scored,
  };
}
