import type { PupilRepetitions } from './earlier-rounds.ts';
import type { OwnAnswers } from './own-answers.ts';
import { conditionBit, type ConditionBits } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';
import { lowOnEnd, ownFall } from './wellbeing-series.ts';

const LOWEST_SCORE = 1;

/** The conditions that rest on the pupil's own answers alone. */
export function ownConditions(
  pupilId: string,
  answers: OwnAnswers,
  repetitions: Pick<PupilRepetitions, 'companionshipLow' | 'gaveNone'>,
  limits: RuleSet['limits'],
): ConditionBits {
  let bits = 0;
  const score = answers.companionship.get(pupilId);
  if (score !== undefined && score <= limits.companionshipLow) {
    bits |= conditionBit('companionship-low');
    if (score <= LOWEST_SCORE) bits |= conditionBit('companionship-lowest');
    if (repetitions.companionshipLow.roundsAgo.length > 0) bits |= conditionBit('companionship-low-repeated');
  }
  if (answers.gaveNone.has(pupilId)) {
    bits |= conditionBit('gave-none');
    if (repetitions.gaveNone.roundsAgo.length > 0) bits |= conditionBit('gave-none-repeated');
  }
  const series = answers.wellbeing.get(pupilId) ?? [];
  if (ownFall(series, limits) !== null) bits |= conditionBit('own-fall');
  if (series[0]?.bullied === true) bits |= conditionBit('says-bullied');
  if (lowOnEnd(series, limits) !== null) bits |= conditionBit('low-on-end');
  if ((series[0]?.lowestOnSafety ?? 0) > 0) {
    bits |= conditionBit('safety-lowest');
    if ((series[1]?.lowestOnSafety ?? 0) > 0) bits |= conditionBit('safety-lowest-repeated');
  }
  return bits;
}
