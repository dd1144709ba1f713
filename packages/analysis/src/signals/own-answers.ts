import type { PreparedRound } from './prepare-round.ts';
import type { EarlierRound, SignalInput } from './signal-input.ts';
import type { WellbeingSeries } from './wellbeing-series.ts';

/** What pupils answered for themselves in one round, and what others outside the class answered about them. */
export type OwnAnswers = {
  readonly companionship: ReadonlyMap<string, number>;
  readonly gaveNone: ReadonlySet<string>;
  readonly wellbeing: ReadonlyMap<string, WellbeingSeries>;
  readonly chosenOutside: ReadonlyMap<string, number>;
};

/**
 * Throws RangeError for a score outside 1–5 and for a count of choosers that is not a whole number from 0. A pupil
 * listed as having chosen nobody who has a choice in the round is taken off that list.
 */
export function ownAnswers(
  round: PreparedRound,
  input: EarlierRound & Pick<SignalInput, 'wellbeing' | 'chosenOutside'>,
): OwnAnswers {
  const companionship = new Map(input.companionship ?? []);
  const wellbeing = new Map(input.wellbeing ?? []);
  const chosenOutside = new Map(input.chosenOutside ?? []);
  const ownScores = [...wellbeing.values()].flatMap((series) => series.flatMap(({ score }) => score ?? []));
  for (const score of [...companionship.values(), ...ownScores]) {
    if (!(score >= 1 && score <= 5)) throw new RangeError('a score lies outside 1 … 5');
  }
  for (const count of chosenOutside.values()) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('a count of choosers is no whole number');
  }
  const chose = new Set(
    round.nominators.filter(({ peers }) => peers.length > 0).map(({ pupil }) => round.pupils[pupil]!),
  );
  return {
    companionship,
    gaveNone: new Set((input.gaveNone ?? []).filter((id) => !chose.has(id))),
    wellbeing,
    chosenOutside,
  };
}
