import { detectSignals, type EarlierRound, type RuleSet } from '../../packages/analysis/src/index.ts';
import { cleanNetwork } from '../../packages/analysis/src/networks/clean-network.ts';
import type { MadeClass } from './signals-classes.ts';

/** The pupils pointed out in one round (0 is the first); rounds after it are not looked at. */
export type Method = {
  readonly name: string;
  /** What the rule table's level is compared with, or one of the comparisons. */
  readonly level: 'look-closer' | 'look-closer-soon' | 'baseline';
  readonly pointedOut: (made: MadeClass, round: number) => ReadonlySet<string>;
};

/** Only the expected number of signals rests on the draws, and it is not asked for here. */
const DRAWS = 1;

/** Rules that ask for nothing about who chooses the pupil, so that a comparison of received choices has no part in. */
const OWN_ALONE = new Set(['own-answer-and-gave-none', 'own-answer-repeated', 'gave-none-repeated']);

/** Both levels of a rule table; each class and round is worked out once. */
export function ruleMethods(ruleSet: RuleSet): Method[] {
  const known = new WeakMap<MadeClass, Map<number, ReturnType<typeof detectSignals>>>();
  const found = (made: MadeClass, round: number) => {
    const rounds = known.get(made) ?? new Map<number, ReturnType<typeof detectSignals>>();
    known.set(made, rounds);
    const history = made.rounds.slice(0, round).reverse().slice(0, 2);
    const result =
      rounds.get(round) ?? detectSignals({ ...made.rounds[round]!, history, seed: 1, draws: DRAWS }, ruleSet);
    rounds.set(round, result);
    return result.signals;
  };
  const ids = (signals: ReturnType<typeof found>) => new Set(signals.map(({ pupilId }) => pupilId));
  return [
    {
      name: 'se nærmere (begge nivåer)',
      level: 'look-closer',
      pointedOut: (made, round) => ids(found(made, round)),
    },
    {
      name: 'se nærmere, uten tegn på bare egne svar',
      level: 'look-closer',
      pointedOut: (made, round) => ids(found(made, round).filter(({ ruleId }) => !OWN_ALONE.has(ruleId))),
    },
    {
      name: 'se nærmere snart',
      level: 'look-closer-soon',
      pointedOut: (made, round) =>
        ids(found(made, round).filter(({ level }) => level === 'look-closer-soon')),
    },
  ];
}

/** Received choices over all criteria of one round, by pupil. */
function receivedIn({ criteria }: EarlierRound): Map<string, number> {
  const received = new Map<string, number>();
  for (const { network } of criteria) {
    const { roster, choices } = cleanNetwork(network).network;
    for (const id of roster) received.set(id, received.get(id) ?? 0);
    for (const { to } of choices) received.set(to, (received.get(to) ?? 0) + 1);
  }
  return received;
}

function atMost(round: EarlierRound, limitOf: (counts: readonly number[]) => number): Set<string> {
  const received = receivedIn(round);
  const limit = limitOf([...received.values()]);
  return new Set([...received].flatMap(([id, count]) => (count <= limit ? [id] : [])));
}

const oneDeviationBelow = (counts: readonly number[]): number => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return mean - Math.sqrt(squares / (counts.length - 1));
};

function baseline(name: string, limitOf: (counts: readonly number[]) => number, rounds: 1 | 2): Method {
  return {
    name: rounds === 1 ? name : `${name}, to runder`,
    level: 'baseline',
    pointedOut: (made, round) => {
      const now = atMost(made.rounds[round]!, limitOf);
      if (rounds === 1) return now;
      const before = round === 0 ? new Set<string>() : atMost(made.rounds[round - 1]!, limitOf);
      return new Set([...now].filter((id) => before.has(id)));
    },
  };
}

export const baselines: readonly Method[] = [
  baseline('mottatt 0', () => 0, 1),
  baseline('mottatt 0', () => 0, 2),
  baseline('mottatt ≤ snitt − 1 SD', oneDeviationBelow, 1),
  baseline('mottatt ≤ snitt − 1 SD', oneDeviationBelow, 2),
];
