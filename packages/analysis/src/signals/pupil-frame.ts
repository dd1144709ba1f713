import { largestUnlikely, lowerTail } from '../chance/poisson-binomial.ts';
import type { RoundFigures } from './count-figures.ts';
import { repetitionsOf } from './earlier-rounds.ts';
import type { EarlierEvaluation, PupilRepetitions } from './earlier-rounds.ts';
import type { OwnAnswers } from './own-answers.ts';
import type { PreparedRound } from './prepare-round.ts';
import { choosersBefore, largestFall } from './previous-round.ts';
import type { ChoosersBefore, ComparedCriteria } from './previous-round.ts';
import type { PupilChance } from './received-by-chance.ts';
import { conditionBit } from './rule-lookup.ts';
import type { ConditionBits } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';

/** All about one pupil that stays as it is while others' choices are relabelled, as limits to compare with. */
export type PupilFrame = {
  readonly chance: PupilChance;
  readonly before: ChoosersBefore | null;
  readonly repetitions: PupilRepetitions;
  readonly ownBits: ConditionBits;
  /** Per used criterion: the conditions met by receiving at most `fewest`. */
  readonly onCriterion: readonly { readonly fewest: number; readonly bits: ConditionBits }[];
  readonly fewestInAll: number;
  readonly inAllBits: ConditionBits;
  readonly unchosenBits: ConditionBits;
  readonly fewestChoosers: number;
};

const FEW_ON_CRITERION = conditionBit('few-on-criterion');
const FEW_IN_ALL = conditionBit('few-in-all');
const FEW_REPEATED = conditionBit('few-repeated');
const NO_MUTUAL = conditionBit('no-mutual');
const FELL = conditionBit('fell');

export function pupilFrame(
  round: PreparedRound,
  pupil: number,
  chance: PupilChance,
  answers: OwnAnswers,
  history: readonly EarlierEvaluation[],
  compared: ComparedCriteria,
  limits: RuleSet['limits'],
): PupilFrame {
  const pupilId = round.pupils[pupil]!;
  const criterionIds = round.used.map(({ criterionId }) => criterionId);
  const repetitions = repetitionsOf(pupilId, criterionIds, history, limits);
  const before = choosersBefore(round, pupil, history[0], compared);
  const again = (
    series: { readonly roundsAgo: readonly number[] } | undefined,
    bit: ConditionBits,
  ): number => ((series?.roundsAgo.length ?? 0) > 0 ? bit : 0);
  const noneByChance = lowerTail(chance.total, 0);
  return {
    chance,
    before,
    repetitions,
    ownBits: ownConditions(pupilId, answers, repetitions, limits),
    onCriterion: criterionIds.map((criterionId, c) => ({
      fewest: largestUnlikely(chance.received[c]!.distribution, limits.unlikely),
      bits: FEW_ON_CRITERION | again(repetitions.onCriterion.get(criterionId), FEW_REPEATED),
    })),
    fewestInAll: largestUnlikely(chance.total, limits.unlikely),
    inAllBits: FEW_IN_ALL | again(repetitions.inAll, FEW_REPEATED),
    unchosenBits:
      noneByChance < limits.mostAreChosen
        ? conditionBit('unchosen') |
          (noneByChance < limits.veryUnlikely ? conditionBit('unchosen-very-unlikely') : 0) |
          again(repetitions.unchosen, conditionBit('unchosen-repeated'))
        : 0,
    fewestChoosers: largestFall(before, limits.unlikely),
  };
}

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
    if (repetitions.companionshipLow.roundsAgo.length > 0) bits |= conditionBit('companionship-low-repeated');
  }
  if (answers.gaveNone.has(pupilId)) {
    bits |= conditionBit('gave-none');
    if (repetitions.gaveNone.roundsAgo.length > 0) bits |= conditionBit('gave-none-repeated');
  }
  return bits;
}

/** The conditions one pupil meets with these figures, own answers included. */
export function conditionsMet(
  frame: PupilFrame,
  figures: RoundFigures,
  pupil: number,
  unlikely: number,
): ConditionBits {
  let bits = frame.ownBits;
  const { onCriterion } = frame;
  for (let c = 0; c < onCriterion.length; c += 1) {
    const limit = onCriterion[c]!;
    if (figures.received[c]![pupil]! <= limit.fewest) bits |= limit.bits;
  }
  const total = figures.total[pupil]!;
  if (total <= frame.fewestInAll) bits |= frame.inAllBits;
  if (total === 0) bits |= frame.unchosenBits;
  if (figures.choosers[pupil]! <= frame.fewestChoosers) bits |= FELL;
  if (figures.mutual[pupil] === 0 && figures.noMutual[pupil]! < unlikely) bits |= NO_MUTUAL;
  return bits;
}
