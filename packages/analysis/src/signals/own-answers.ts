import type { PreparedRound } from './prepare-round.ts';
import type { Companionship } from './signal-input.ts';

/** What pupils answered for themselves in one round. */
export type OwnAnswers = {
  readonly companionship: ReadonlyMap<string, number>;
  readonly gaveNone: ReadonlySet<string>;
};

/**
 * Throws RangeError for a companionship score outside 1–5. A pupil listed as having chosen nobody who has a
 * choice in the round is taken off that list.
 */
export function ownAnswers(
  round: PreparedRound,
  companionship: Companionship | undefined,
  gaveNone: readonly string[] | undefined,
): OwnAnswers {
  const scores = new Map(companionship ?? []);
  for (const score of scores.values()) {
    if (!(score >= 1 && score <= 5)) throw new RangeError('a companionship score lies outside 1 … 5');
  }
  const chose = new Set(
    round.nominators.filter(({ peers }) => peers.length > 0).map(({ pupil }) => round.pupils[pupil]!),
  );
  return {
    companionship: scores,
    gaveNone: new Set((gaveNone ?? []).filter((id) => !chose.has(id))),
  };
}
