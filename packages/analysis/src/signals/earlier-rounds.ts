import { largestUnlikely, lowerTail } from '../chance/poisson-binomial.ts';
import { peersOf } from '../chance/relabel-peers.ts';
import { figureCounter, receivedPerCriterion } from './count-figures.ts';
import type { RoundFigures } from './count-figures.ts';
import { ownAnswers } from './own-answers.ts';
import type { OwnAnswers } from './own-answers.ts';
import { logUnreturned } from './unreturned.ts';
import { prepareRound } from './prepare-round.ts';
import type { PreparedRound } from './prepare-round.ts';
import { receivedByChance } from './received-by-chance.ts';
import type { PupilChance } from './received-by-chance.ts';
import type { RuleSet } from './rules.ts';
import type { EarlierRound } from './signal-input.ts';

/** One pupil's place in one earlier round that was computed. */
export type EarlierPlace = {
  /** Per used criterion, by position in the roster. */
  readonly received: readonly Int32Array[];
  readonly figures: RoundFigures;
  readonly position: number;
  readonly chance: PupilChance;
};

export type EarlierEvaluation = {
  readonly round: PreparedRound;
  readonly answers: OwnAnswers;
  readonly answeredNone: boolean;
  /** Null when the round was not computed or the pupil was not on its roster. */
  readonly placeOf: (pupilId: string) => EarlierPlace | null;
};

export function evaluateEarlier(earlier: EarlierRound, limits: RuleSet['limits']): EarlierEvaluation {
  const round = prepareRound(earlier.criteria, limits);
  const figures = figureCounter(round, -1)(peersOf(round.nominators));
  const received = receivedPerCriterion(round);
  const chanceOf = receivedByChance(round);
  const places = new Map(
    round.used.length === 0
      ? []
      : round.pupils.map((id, position): [string, EarlierPlace] => [
          id,
          { received, figures, position, chance: chanceOf(position) },
        ]),
  );
  return {
    round,
    answers: ownAnswers(round, earlier),
    answeredNone: earlier.gaveNone !== undefined,
    placeOf: (pupilId) => places.get(pupilId) ?? null,
  };
}

/** Earlier rounds in which the same was seen: 1 is the previous round; `values` are what was counted then. */
export type Repetition = { readonly roundsAgo: readonly number[]; readonly values: readonly number[] };

/** The same look at one earlier round; null when that round can say nothing about it. */
export type EarlierLook = { readonly met: boolean; readonly value: number } | null;

/**
 * The unbroken series back from this round. A round that can say nothing is passed over; the first round in
 * which it was not met ends the series.
 */
export function repetition(looks: readonly EarlierLook[]): Repetition {
  const roundsAgo: number[] = [];
  const values: number[] = [];
  for (const [index, look] of looks.entries()) {
    if (look === null) continue;
    if (!look.met) break;
    roundsAgo.push(index + 1);
    values.push(look.value);
  }
  return { roundsAgo, values };
}

export type PupilRepetitions = {
  /** Few received on the criterion. Worked out when asked for. */
  readonly onCriterion: (criterionId: string) => Repetition;
  readonly inAll: Repetition;
  readonly unchosen: Repetition;
  readonly companionshipLow: Repetition;
  readonly gaveNone: Repetition;
  /** None of those the pupil chose chose the pupil; `values` are how many could have. */
  readonly noMutual: Repetition;
  /** The logarithm of the probability of that series in classes that return choices as often as these. */
  readonly noMutualLog: number;
};

export function repetitionsOf(
  pupilId: string,
  history: readonly EarlierEvaluation[],
  limits: RuleSet['limits'],
): PupilRepetitions {
  const places = history.map((earlier) => earlier.placeOf(pupilId));
  const onCriterion = (criterionId: string): Repetition =>
    repetition(
      places.map((place, i): EarlierLook => {
        const c = history[i]!.round.used.findIndex((used) => used.criterionId === criterionId);
        if (place === null || c === -1) return null;
        const value = place.received[c]![place.position]!;
        const { distribution } = place.chance.received()[c]!;
        return { met: value <= largestUnlikely(distribution, limits.unlikely), value };
      }),
    );
  const total = (met: (place: EarlierPlace, value: number) => boolean): Repetition =>
    repetition(
      places.map((place) => {
        if (place === null) return null;
        const value = place.figures.total[place.position]!;
        return { met: met(place, value), value };
      }),
    );
  const noMutual = repetition(
    places.map((place) => {
      const returnable = place?.figures.returnable[place.position] ?? 0;
      return returnable === 0
        ? null
        : { met: place!.figures.mutual[place!.position] === 0, value: returnable };
    }),
  );
  return {
    noMutual,
    noMutualLog: noMutual.roundsAgo.reduce(
      (sum, ago, i) => sum + noMutual.values[i]! * logUnreturned(places[ago - 1]!.figures),
      0,
    ),
    onCriterion,
    inAll: total(({ chance }, value) => value <= largestUnlikely(chance.total, limits.unlikelyInAll)),
    unchosen: total(({ chance }, value) => value === 0 && lowerTail(chance.total, 0) < limits.mostAreChosen),
    companionshipLow: repetition(
      history.map(({ answers }) => {
        const value = answers.companionship.get(pupilId);
        return value === undefined ? null : { met: value <= limits.companionshipLow, value };
      }),
    ),
    gaveNone: repetition(history.map((earlier) => gaveNoneLook(pupilId, earlier))),
  };
}

function gaveNoneLook(pupilId: string, earlier: EarlierEvaluation): EarlierLook {
  if (!earlier.answeredNone) return null;
  if (earlier.answers.gaveNone.has(pupilId)) return { met: true, value: 0 };
  const answered = earlier.round.nominators.some(({ pupil }) => earlier.round.pupils[pupil] === pupilId);
  return answered ? { met: false, value: 0 } : null;
}
