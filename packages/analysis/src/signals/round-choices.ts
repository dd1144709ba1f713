import { peersOf } from '../chance/relabel-peers.ts';
import { figureCounter, receivedPerCriterion } from './count-figures.ts';
import type { RoundFigures } from './count-figures.ts';
import { evaluateEarlier } from './earlier-rounds.ts';
import type { EarlierEvaluation } from './earlier-rounds.ts';
import { ownAnswers } from './own-answers.ts';
import type { OwnAnswers } from './own-answers.ts';
import { prepareRound } from './prepare-round.ts';
import type { PreparedRound } from './prepare-round.ts';
import { comparedCriteria } from './previous-round.ts';
import type { ComparedCriteria } from './previous-round.ts';
import { receivedByChance } from './received-by-chance.ts';
import { conditionsMet, pupilFrame } from './pupil-frame.ts';
import type { PupilFrame } from './pupil-frame.ts';
import type { ConditionBits } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';
import type { CriterionChoices, SignalInput } from './signal-input.ts';
import { logUnreturned } from './unreturned.ts';

/** One round with everything the rules and the evidence are worked out from. */
export type RoundChoices = {
  readonly criteria: readonly CriterionChoices[];
  readonly round: PreparedRound;
  readonly answers: OwnAnswers;
  readonly history: readonly EarlierEvaluation[];
  readonly compared: ComparedCriteria;
  /** By position in the roster; no elements when no criterion is used. */
  readonly frames: readonly PupilFrame[];
  readonly figures: RoundFigures;
  /** Per used criterion, by position in the roster. */
  readonly received: readonly Int32Array[];
  readonly conditionsOf: (pupil: number) => ConditionBits;
};

export function roundChoices(input: SignalInput, limits: RuleSet['limits']): RoundChoices {
  const round = prepareRound(input.criteria, limits);
  const answers = ownAnswers(round, input);
  const history = input.history.map((earlier) => evaluateEarlier(earlier, limits));
  const compared = comparedCriteria(round, history[0]);
  const figures = figureCounter(round, compared.nowMask)(peersOf(round.nominators));
  const chanceOf = receivedByChance(round);
  const frames =
    round.used.length === 0
      ? []
      : round.pupils.map((_, pupil) =>
          pupilFrame(round, pupil, chanceOf(pupil), answers, history, compared, limits),
        );
  return {
    criteria: input.criteria,
    round,
    answers,
    history,
    compared,
    frames,
    figures,
    received: receivedPerCriterion(round),
    conditionsOf: (pupil) => conditionsMet(frames[pupil]!, figures, pupil, logUnreturned(figures)),
  };
}

/**
 * The conditions one pupil would meet if this round's choices had been `criteria`. Choices are taken to be returned as
 * often as in the class as it is: whom else the added pupils would choose is not known.
 */
export function conditionsWith(
  criteria: readonly CriterionChoices[],
  pupilId: string,
  { answers, history, figures: observed }: Pick<RoundChoices, 'answers' | 'history' | 'figures'>,
  limits: RuleSet['limits'],
): ConditionBits {
  const round = prepareRound(criteria, limits);
  const compared = comparedCriteria(round, history[0]);
  const figures = figureCounter(round, compared.nowMask)(peersOf(round.nominators));
  const pupil = round.position.get(pupilId)!;
  const frame = pupilFrame(round, pupil, receivedByChance(round)(pupil), answers, history, compared, limits);
  return conditionsMet(frame, figures, pupil, logUnreturned(observed));
}
