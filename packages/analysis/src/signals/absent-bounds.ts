import { cleanNetwork } from '../networks/clean-network.ts';
import type { Choice, ChoiceNetwork } from '../network.ts';
import { conditionsWith } from './round-choices.ts';
import type { RoundChoices } from './round-choices.ts';
import type { RuleLookup } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';

/** What pupils who did not answer could change about one signal. */
export type AbsentBound = {
  /** Classmates on the roster who answered no criterion, and so could have chosen the pupil. */
  readonly absent: number;
  /** The fewest of them who would remove the signal by choosing the pupil; null when not even all would. */
  readonly neededToRemove: number | null;
};

/** Tries one absent classmate after another, those whom the pupil chose first, as they would make a tie mutual. */
export function absentBound(
  choices: RoundChoices,
  pupilId: string,
  lookup: RuleLookup,
  limits: RuleSet['limits'],
): AbsentBound {
  const { round, criteria } = choices;
  const answered = new Set(round.nominators.map(({ pupil }) => pupil));
  const own = round.nominators.find(({ pupil }) => round.pupils[pupil] === pupilId);
  const chosen = new Set(own?.peers);
  const absent = [...round.pupils.keys()]
    .filter((pupil) => !answered.has(pupil) && round.pupils[pupil] !== pupilId)
    .sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || a - b)
    .map((pupil) => round.pupils[pupil]!);
  const used = criteria.filter((c) => round.used.some(({ criterionId }) => criterionId === c.criterionId));
  for (let needed = 1; needed <= absent.length; needed += 1) {
    const present = absent.slice(0, needed);
    const supposed = used.map(({ criterionId, network }) => ({
      criterionId,
      network: asIfPresent(network, present, pupilId),
    }));
    if (lookup.levelOf(conditionsWith(supposed, pupilId, choices, limits)) === 0)
      return { absent: absent.length, neededToRemove: needed };
  }
  return { absent: absent.length, neededToRemove: null };
}

/**
 * Adds the pupils in `absent` to the respondents, each choosing `pupilId`.
 *
 * How many others they would choose is unknown; they are taken to make as many choices as the median
 * respondent, the first pupils on the roster on every criterion. Only the number matters for `pupilId`.
 */
export function asIfPresent(
  network: ChoiceNetwork,
  absent: readonly string[],
  pupilId: string,
): ChoiceNetwork {
  const { roster, respondents, choices } = cleanNetwork(network).network;
  const given = new Map(respondents.map((id) => [id, 0]));
  for (const { from } of choices) given.set(from, given.get(from)! + 1);
  const counts = [...given.values()].sort((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)] ?? 1;
  const added = absent.flatMap((from): Choice[] => {
    const others = roster.filter((id) => id !== from && id !== pupilId).slice(0, Math.max(0, median - 1));
    return [pupilId, ...others].map((to) => ({ from, to }));
  });
  return { roster, respondents: [...respondents, ...absent], choices: [...choices, ...added] };
}
