import type { Choice, ChoiceNetwork } from '../network.ts';
import { byCodeUnit, cleanNetwork, type DroppedChoices } from './clean-network.ts';

/** A choice on at least one criterion. */
export type UnionChoice = Choice & {
  /** On how many criteria it was made. */
  readonly criteria: number;
  /** How many criteria the one who chose answered: `criteria` could not be more. */
  readonly answered: number;
};

/** Several criteria as one network; a `ChoiceNetwork`, so that every measure of one criterion applies. */
export type UnionNetwork = {
  readonly roster: readonly string[];
  readonly respondents: readonly string[];
  readonly choices: readonly UnionChoice[];
  /** What cleaning left out, summed over the criteria. */
  readonly dropped: DroppedChoices;
};

/**
 * The union of several criteria of one class: i chose j when i did so on at least one of them.
 *
 * Each criterion is cleaned first. A pupil is on the roster when on that of any criterion, and a respondent after
 * answering any; a pupil who answered only some may lack choices here that were never asked for. The result is sorted
 * and depends on neither the order of the criteria nor that within them. Nothing is thrown.
 */
export function unionOfCriteria(criteria: readonly ChoiceNetwork[]): UnionNetwork {
  const roster = new Set<string>();
  const answered = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  const dropped = { outsideRoster: 0, byNonRespondent: 0, self: 0, duplicate: 0 };
  for (const { network, dropped: leftOut } of criteria.map(cleanNetwork)) {
    network.roster.forEach((id) => roster.add(id));
    network.respondents.forEach((id) => answered.set(id, (answered.get(id) ?? 0) + 1));
    for (const { from, to } of network.choices) {
      const chosen = counts.get(from) ?? new Map<string, number>();
      counts.set(from, chosen.set(to, (chosen.get(to) ?? 0) + 1));
    }
    for (const reason of Object.keys(dropped) as (keyof DroppedChoices)[]) dropped[reason] += leftOut[reason]; // its own keys
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
    [...map].sort(([a], [b]) => byCodeUnit(a, b));
  return {
    roster: [...roster].sort(byCodeUnit),
    respondents: sorted(answered).map(([id]) => id),
    choices: sorted(counts).flatMap(([from, chosen]) =>
      sorted(chosen).map(([to, count]) => ({ from, to, criteria: count, answered: answered.get(from)! })),
    ),
    dropped,
  };
}
