import { describe, expect, test } from 'vitest';
import type { Evidence } from '../evidence.ts';
import type { ClassSignals, Signal } from '../signal.ts';
import { bokmal } from './bokmal.ts';
import { english } from './english.ts';
import { decimal, meanNumber, shareOf } from './numbers.ts';
import { nynorsk } from './nynorsk.ts';
import { signalSentences } from './signal-sentences.ts';

const counts = true;

test.each([
  [0.0009, 'færre enn 1 av 1000'],
  [0.001, 'omtrent 1 av 1000'],
  [0.0092, 'omtrent 1 av 110'],
  [0.012, 'omtrent 1 av 85'],
  [0.04, 'omtrent 1 av 25'],
  [0.05, 'omtrent 1 av 20'],
  [0.0555, 'omtrent 1 av 18'],
  [0.29, 'omtrent 1 av 3'],
  [0.3, 'omtrent 3 av 10'],
  [0.94, 'omtrent 9 av 10'],
  [0.95, 'mer enn 9 av 10'],
])('the share %d is «%s»', (share, words) => {
  expect(shareOf(share, bokmal)).toBe(words);
});

test('numbers have as many decimals as asked for, and a mean that is not 0 is not written 0', () => {
  expect([decimal(2.25, english), decimal(2, bokmal), decimal(2.256, bokmal, 2)]).toEqual([
    '2.3',
    '2',
    '2,26',
  ]);
  const means = [0, 0.049, 0.05, 3.14].map((value) => meanNumber(value, bokmal));
  expect(means).toEqual(['0', 'mindre enn 0,1', '0,1', '3,1']);
});

describe('how sure it is, and what else it could be', () => {
  const signal: Signal = {
    pupilId: 'p',
    level: 'look-closer',
    ruleId: 'r',
    conditions: [],
    evidence: [],
    against: [],
    restsOnChoices: true,
    absence: null,
  };
  const inClass: ClassSignals = {
    ruleSetVersion: 'r',
    classSize: 24,
    answered: 24,
    criteria: [],
    notComputed: null,
    signals: [],
    chance: null,
  };
  const read = (more: Partial<Signal>, of: Partial<ClassSignals> = {}, language: 'nb' | 'nn' | 'en' = 'nb') =>
    signalSentences({ ...signal, ...more }, { ...inClass, ...of }, language);

  test('is who answered, and what the absent could have changed', () => {
    const absence = (absent: number, neededToRemove: number | null) =>
      read({ absence: { absent, neededToRemove } }).howSure.slice(1);
    expect(read({}).howSure).toEqual(['24 av 24 elever svarte.']);
    expect(absence(0, null)).toEqual(['Alle medelevene svarte.']);
    expect(absence(3, null)).toEqual(['3 medelever svarte ikke. Valg fra dem ville ikke fjernet tegnet.']);
    expect(absence(3, 2)).toEqual([
      '3 medelever svarte ikke. Tegnet ville vært borte om 2 av dem hadde valgt eleven.',
    ]);
    const own = read({ restsOnChoices: false, absence: null }, { classSize: 0, notComputed: 'no-criteria' });
    expect(own.howSure).toEqual([bokmal.notComputed['no-criteria'], bokmal.ownAnswersOnly]);
  });

  test.each([
    ['nb', bokmal.couldExplain],
    ['nn', nynorsk.couldExplain],
    ['en', english.couldExplain],
  ] as const)('is what fits what was seen, in %s', (language, texts) => {
    const could = (more: Partial<Signal>, answered = 24) => read(more, { answered }, language).couldExplain;
    const { isNew, friendsAway, friendsElsewhere, misunderstood, thatDay, didNotWantToChoose } = texts;
    for (const text of Object.values(texts)) expect(text).toMatch(/^\S.{20,}\.$/);
    expect(could({})).toEqual([isNew, friendsElsewhere, misunderstood, thatDay]);
    expect(could({}, 23)).toEqual([isNew, friendsAway, friendsElsewhere, misunderstood, thatDay]);
    expect(could({ restsOnChoices: false }, 23)).toEqual([misunderstood, thatDay]);
    const own = (piece: Evidence) => could({ restsOnChoices: false, evidence: [piece] });
    expect(own({ kind: 'companionship-low', counts, score: 1 })).toEqual(could({}));
    expect(own({ kind: 'gave-none', counts })).toEqual([...could({}), didNotWantToChoose]);
    expect(own({ kind: 'low-on-end', counts, scores: [] })).toEqual([misunderstood]);
    const seenBefore = [friendsElsewhere, misunderstood, thatDay];
    expect(could({ against: [{ kind: 'chosen-before', choosers: 1 }] })).toEqual(seenBefore);
    const numbers = { expectedBefore: 3, expectedNow: 3, probability: 0.04 } as const;
    expect(could({ evidence: [{ kind: 'fell', counts, before: 7, now: 2, ...numbers }] })).toEqual(
      seenBefore,
    );
    const overRounds: Evidence[] = [
      { kind: 'repeated', counts, of: 'gave-none', criterionId: null, roundsAgo: [1], values: [0] },
      {
        kind: 'received-over-rounds',
        counts,
        received: 0,
        before: 0,
        roundsAgo: 1,
        expected: 9,
        probability: 0,
      },
      { kind: 'no-mutual-over-rounds', counts, rounds: 2, givenWhoAnswered: 4, probability: 0 },
    ];
    for (const piece of overRounds)
      expect(could({ evidence: [piece] })).toEqual([friendsElsewhere, misunderstood]);
  });
});
