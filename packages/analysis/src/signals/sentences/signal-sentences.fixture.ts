import type { CounterEvidence, Evidence } from '../evidence.ts';
import type { ClassSignals, Signal } from '../signal.ts';

export const CHANCE = {
  seed: 1,
  draws: 2000,
  found: 1,
  expected: 0.3,
  atLeastFound: 0.26,
  soon: { found: 2, expected: 0.01, atLeastFound: 0.0005 },
};

/** A class of a size, in which everybody answered. */
export const inClass = (size: number, more: Partial<ClassSignals> = {}): ClassSignals => ({
  ruleSetVersion: 'rules-2',
  classSize: size,
  answered: size,
  criteria: [],
  notComputed: null,
  signals: [],
  chance: CHANCE,
  ...more,
});

const withCounts = (count: number): { evidence: Evidence[]; against: CounterEvidence[] } => {
  const probability = 0.03999;
  const counts = true;
  const earlier = Array.from({ length: Math.max(1, count) }, (_, i) => i + 1);
  const again = (
    of: 'received' | 'received-all' | 'companionship-low' | 'gave-none' | 'safety-lowest',
  ): Evidence => ({
    kind: 'repeated',
    counts,
    of,
    criterionId: of === 'received' ? 'recess' : null,
    roundsAgo: earlier,
    values: earlier.map(() => count),
  });
  return {
    evidence: [
      {
        kind: 'received',
        counts,
        criterionId: 'recess',
        received: count,
        couldChoose: 23,
        expected: 3,
        probability,
      },
      {
        kind: 'received-all',
        counts,
        criteria: 3,
        received: count,
        choosers: count,
        couldChoose: 23,
        expected: 9.04,
        probability,
        probabilityIfUnrelated: probability,
        probabilityInDraws: probability,
      },
      {
        kind: 'no-mutual',
        counts,
        given: Math.max(1, count),
        givenWhoAnswered: Math.max(1, count),
        classReturnable: 100 + count,
        classReturned: 50 + count,
        probability,
      },
      {
        kind: 'no-mutual',
        counts,
        given: 2,
        givenWhoAnswered: 1,
        classReturnable: 9,
        classReturned: 0,
        probability: 1,
      },
      { kind: 'no-mutual-over-rounds', counts, rounds: 2, givenWhoAnswered: 2 + count, probability },
      {
        kind: 'received-over-rounds',
        counts,
        received: 0,
        before: count,
        roundsAgo: 1 + count,
        expected: 18,
        probability,
      },
      { kind: 'chosen-only-by-unchosen', counts: false, choosers: Math.max(1, count) },
      { kind: 'chosen-only-outside', counts: false, choosers: Math.max(1, count) },
      { kind: 'fell', counts, before: 7, now: count, expectedBefore: 3, expectedNow: 3, probability },
      { kind: 'companionship-low', counts, score: 2 },
      { kind: 'gave-none', counts },
      { kind: 'own-fall', counts, score: 2.14, usual: 4, rounds: 3 + count, deviation: 0.3 },
      { kind: 'safety-lowest', counts, items: Math.max(1, count) },
      again('safety-lowest'),
      { kind: 'low-on-end', counts, scores: [2, 2.4, 1.25] },
      { kind: 'says-bullied', counts },
      { kind: 'top-in-no-time', counts: false, answered: 12, secondsPerItem: 0.6 + 0.4 * count },
      again('received'),
      again('received-all'),
      again('companionship-low'),
      again('gave-none'),
    ],
    against: [
      { kind: 'chosen', criterionId: 'work', received: count, couldChoose: 23, expected: 3 },
      { kind: 'mutual', mutual: Math.max(1, count), given: 3 },
      { kind: 'companionship-fine', score: 5 },
      { kind: 'chosen-before', choosers: Math.max(1, count) },
    ],
  };
};

/** A signal with evidence of every kind, in which what is counted is this many. */
export const signalWith = (count: number, more: Partial<Signal> = {}): Signal => ({
  pupilId: 'p05',
  level: 'look-closer',
  ruleId: 'few-and-own-answer',
  conditions: [],
  ...withCounts(count),
  restsOnChoices: true,
  absence: { absent: count, neededToRemove: count === 0 ? null : 1 },
  ...more,
});
