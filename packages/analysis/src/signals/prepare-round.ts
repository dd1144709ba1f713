import { byCodeUnit, cleanNetwork } from '../networks/clean-network.ts';
import type { Nominator } from '../chance/relabel-peers.ts';
import type { ChoiceNetwork } from '../network.ts';
import type { RuleSet } from './rules.ts';
import type { CriterionChoices } from './signal-input.ts';

/** Why received choices give no signals. */
export type NotComputed = 'no-criteria' | 'small-class' | 'low-participation';

export type CriterionStatus = {
  readonly criterionId: string;
  readonly roster: number;
  readonly respondents: number;
  /** Respondents as a share of the roster, 0–1. */
  readonly participation: number;
  readonly meanGiven: number;
  readonly notComputed: NotComputed | null;
};

export type UsedCriterion = { readonly criterionId: string; readonly answered: Uint8Array };

/**
 * A round with ids replaced by positions in the sorted roster and criteria by bits, in the order of their ids,
 * so that nothing downstream depends on the order of the input. `used` and the bits leave out criteria that are
 * not computed; a nominator answered at least one used criterion.
 */
export type PreparedRound = {
  readonly pupils: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  /** Pupils who answered at least one criterion, used or not. */
  readonly answered: number;
  readonly criteria: readonly CriterionStatus[];
  readonly used: readonly UsedCriterion[];
  readonly nominators: readonly Nominator[];
  /** Null when at least one criterion is used. */
  readonly notComputed: NotComputed | null;
};

const MOST_CRITERIA = 30;

/** Throws RangeError when rosters differ within the round, a criterion comes twice, or there are more than 30. */
export function prepareRound(
  criteria: readonly CriterionChoices[],
  limits: RuleSet['limits'],
): PreparedRound {
  if (criteria.length > MOST_CRITERIA) throw new RangeError(`more than ${MOST_CRITERIA} criteria`);
  const sorted = [...criteria].sort((a, b) => byCodeUnit(a.criterionId, b.criterionId));
  if (sorted.some((c, i) => c.criterionId === sorted[i - 1]?.criterionId)) {
    throw new RangeError('a criterion comes twice');
  }
  const clean = sorted.map((c) => ({
    criterionId: c.criterionId,
    network: cleanNetwork(c.network).network,
  }));
  const pupils = clean[0]?.network.roster ?? [];
  for (const { network } of clean) {
    if (network.roster.length !== pupils.length || network.roster.some((id, i) => id !== pupils[i])) {
      throw new RangeError('the criteria of one round have different rosters');
    }
  }
  const position = new Map(pupils.map((id, index) => [id, index]));
  const statuses = clean.map(({ criterionId, network }) => statusOf(criterionId, network, limits));
  const usable = clean.filter((_, i) => statuses[i]?.notComputed === null);
  return {
    pupils,
    position,
    answered: new Set(clean.flatMap(({ network }) => network.respondents)).size,
    criteria: statuses,
    used: usable.map(({ criterionId, network }) => ({
      criterionId,
      answered: marked(network.respondents, position),
    })),
    nominators: nominatorsOf(usable, position),
    notComputed: usable.length > 0 ? null : (statuses[0]?.notComputed ?? 'no-criteria'),
  };
}

function statusOf(criterionId: string, network: ChoiceNetwork, limits: RuleSet['limits']): CriterionStatus {
  const [roster, respondents] = [network.roster.length, network.respondents.length];
  const participation = roster === 0 ? 0 : respondents / roster;
  return {
    criterionId,
    roster,
    respondents,
    participation,
    meanGiven: respondents === 0 ? 0 : network.choices.length / respondents,
    notComputed:
      roster < limits.smallestClass
        ? 'small-class'
        : participation < limits.lowestParticipation
          ? 'low-participation'
          : null,
  };
}

function marked(ids: readonly string[], position: ReadonlyMap<string, number>): Uint8Array {
  const marks = new Uint8Array(position.size);
  for (const id of ids) marks[position.get(id)!] = 1;
  return marks;
}

function nominatorsOf(
  criteria: readonly CriterionChoices[],
  position: ReadonlyMap<string, number>,
): Nominator[] {
  const masks = new Map<number, Map<number, number>>();
  criteria.forEach(({ network }, c) => {
    for (const id of network.respondents) {
      const from = position.get(id)!;
      if (!masks.has(from)) masks.set(from, new Map());
    }
    for (const choice of network.choices) {
      const own = masks.get(position.get(choice.from)!)!;
      const to = position.get(choice.to)!;
      own.set(to, (own.get(to) ?? 0) | (1 << c));
    }
  });
  return [...masks]
    .sort(([a], [b]) => a - b)
    .map(([pupil, own]) => {
      const peers = [...own].sort(([a], [b]) => a - b);
      return {
        pupil,
        peers: Int32Array.from(peers, ([peer]) => peer),
        masks: Int32Array.from(peers, ([, mask]) => mask),
      };
    });
}
