import { largestUnlikely, largestUnlikelySum, lowerTail } from '../chance/poisson-binomial.ts';
import type { RoundFigures } from './count-figures.ts';
import { repetitionsOf } from './earlier-rounds.ts';
import type { EarlierEvaluation, EarlierPlace, PupilRepetitions } from './earlier-rounds.ts';
import type { OwnAnswers } from './own-answers.ts';
import { ownConditions } from './own-conditions.ts';
import type { PreparedRound } from './prepare-round.ts';
import { choosersBefore, largestFall } from './previous-round.ts';
import type { ChoosersBefore, ComparedCriteria } from './previous-round.ts';
import type { PupilChance } from './received-by-chance.ts';
import { conditionBit, type ConditionBits } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';

/** All about one pupil that stays as it is while others' choices are relabelled, as limits to compare with. */
export type PupilFrame = {
  readonly chance: PupilChance;
  readonly before: ChoosersBefore | null;
  readonly repetitions: PupilRepetitions;
  readonly ownBits: ConditionBits;
  /** The most that is still unlikely; −1 for none. */
  readonly fewestInAll: number;
  readonly unchosenBits: ConditionBits;
  readonly fewestChoosers: number;
  readonly overRounds: OverRounds | null;
  /** `overRounds.fewest`; −1 without it. */
  readonly fewestOverRounds: number;
  readonly noMutual: NoMutualLimits;
};

/**
 * Logarithms of probabilities below which no mutual tie in this round counts: in itself, and, where it was so in the
 * round before too, together with the rounds before.
 */
export type NoMutualLimits = {
  readonly now: number;
  readonly overRounds: number;
  readonly overRoundsVery: number;
  readonly repeatedBits: ConditionBits;
};

/** Received in all in this round and in the latest earlier one that was computed with the pupil on its roster. */
export type OverRounds = {
  readonly roundsAgo: number;
  readonly before: number;
  readonly expected: number;
  /** What chance gave then, as `PupilChance.total` is for now. */
  readonly totalBefore: Float64Array;
  /** The most that can be received now for both together to be unlikely; below 0 for none. */
  readonly fewest: number;
};

const FEW_IN_ALL = conditionBit('few-in-all');
const NO_MUTUAL = conditionBit('no-mutual');
const FELL = conditionBit('fell');
const FEW_OVER_ROUNDS = conditionBit('few-over-rounds');
const NO_MUTUAL_REPEATED = conditionBit('no-mutual-repeated');
const NO_MUTUAL_VERY_UNLIKELY = conditionBit('no-mutual-very-unlikely');
const NO_MUTUAL_OVER_ROUNDS = conditionBit('no-mutual-over-rounds');

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
  const repetitions = repetitionsOf(pupilId, history, limits);
  const before = choosersBefore(round, pupil, history[0], compared);
  const again = (
    series: { readonly roundsAgo: readonly number[] } | undefined,
    bit: ConditionBits,
  ): number => ((series?.roundsAgo.length ?? 0) > 0 ? bit : 0);
  const noneByChance = lowerTail(chance.total, 0);
  const both = overRounds(pupilId, chance, history, limits);
  return {
    chance,
    before,
    repetitions,
    ownBits: ownConditions(pupilId, answers, repetitions, limits),
    fewestInAll: largestUnlikely(chance.total, limits.unlikelyInAll),
    unchosenBits:
      noneByChance < limits.mostAreChosen
        ? conditionBit('unchosen') |
          (noneByChance < limits.veryUnlikely ? conditionBit('unchosen-very-unlikely') : 0) |
          again(repetitions.unchosen, conditionBit('unchosen-repeated'))
        : 0,
    fewestChoosers: largestFall(before, limits.unlikely),
    overRounds: both,
    fewestOverRounds: both?.fewest ?? -1,
    noMutual: noMutualLimits(repetitions, limits),
  };
}

function noMutualLimits(
  { noMutual, noMutualLog }: PupilRepetitions,
  limits: RuleSet['limits'],
): NoMutualLimits {
  const repeated = noMutual.roundsAgo.length > 0;
  const together = (level: number): number => (repeated ? Math.log(level) - noMutualLog : -Infinity);
  return {
    now: Math.log(limits.unlikelyUnreturned),
    overRounds: together(limits.unlikelyOverRounds),
    overRoundsVery: together(limits.veryUnlikelyOverRounds),
    repeatedBits: repeated ? NO_MUTUAL_REPEATED : 0,
  };
}

function overRounds(
  pupilId: string,
  chance: PupilChance,
  history: readonly EarlierEvaluation[],
  limits: RuleSet['limits'],
): OverRounds | null {
  const places = history.map((earlier) => earlier.placeOf(pupilId));
  const roundsAgo = 1 + places.findIndex((place) => place !== null);
  const place: EarlierPlace | null = places[roundsAgo - 1] ?? null;
  if (place === null) return null;
  const before = place.figures.total[place.position]!;
  return {
    roundsAgo,
    before,
    expected: chance.totalExpected + place.chance.totalExpected,
    totalBefore: place.chance.total,
    fewest: largestUnlikelySum(chance.total, place.chance.total, limits.veryUnlikelyOverRounds) - before,
  };
}

/** The conditions one pupil meets with these figures, own answers included. `unreturned` is `logUnreturned` of them. */
export function conditionsMet(
  frame: PupilFrame,
  figures: RoundFigures,
  pupil: number,
  unreturned: number,
): ConditionBits {
  let bits = frame.ownBits;
  const total = figures.total[pupil]!;
  if (total <= frame.fewestInAll) bits |= FEW_IN_ALL;
  if (total === 0) bits |= frame.unchosenBits;
  if (total <= frame.fewestOverRounds) bits |= FEW_OVER_ROUNDS;
  if (figures.choosers[pupil]! <= frame.fewestChoosers) bits |= FELL;
  const returnable = figures.returnable[pupil]!;
  if (returnable > 0 && figures.mutual[pupil] === 0) {
    const { now, overRounds, overRoundsVery, repeatedBits } = frame.noMutual;
    const log = returnable * unreturned;
    bits |= repeatedBits;
    if (log < now) bits |= NO_MUTUAL;
    if (log < overRounds) bits |= NO_MUTUAL_OVER_ROUNDS;
    if (log < overRoundsVery) bits |= NO_MUTUAL_VERY_UNLIKELY;
  }
  return bits;
}
