import { describe, expect, test } from 'vitest';
import { criterion, limits } from './class-by-hand.fixture.ts';
import type { PupilRepetitions, Repetition } from './earlier-rounds.ts';
import { ownAnswers, type OwnAnswers } from './own-answers.ts';
import { ownConditions } from './own-conditions.ts';
import { ownAnswersAgainst, ownEvidence } from './own-evidence.ts';
import { prepareRound } from './prepare-round.ts';
import { conditionsIn } from './rule-lookup.ts';
import type { SignalInput } from './signal-input.ts';
import type { WellbeingRound } from './wellbeing-series.ts';

const scored = (score: number | null, more: Partial<WellbeingRound> = {}): WellbeingRound => ({
  score,
  answered: 12,
  lowestOnSafety: 0,
  bullied: false,
  allAtTop: false,
  secondsPerItem: 6,
  ...more,
});
const round = prepareRound([criterion('recess', 'abcd', ['ab', 'ba'])], limits);
const answers = (more: Partial<SignalInput>): OwnAnswers => ownAnswers(round, { criteria: [], ...more });
const none: Repetition = { roundsAgo: [], values: [] };
const fresh: Pick<PupilRepetitions, 'companionshipLow' | 'gaveNone'> = {
  companionshipLow: none,
  gaveNone: none,
};
const before = { roundsAgo: [1], values: [1] };

describe('the conditions a pupil meets by own answers', () => {
  const met = (more: Partial<SignalInput>, repetitions = fresh) =>
    conditionsIn(ownConditions('d', answers(more), repetitions, limits));
  const again = { companionshipLow: before, gaveNone: before } as const;

  test('are none without answers, and none by answers of others', () => {
    expect(met({})).toEqual([]);
    expect(
      met({ companionship: [['c', 1]], gaveNone: ['c'], wellbeing: [['c', [scored(1)]]] }, again),
    ).toEqual([]);
  });

  test('are a low answer on company, the lowest one, and that it was so before', () => {
    expect(met({ companionship: [['d', 3]] }, again)).toEqual([]);
    expect(met({ companionship: [['d', 2]] })).toEqual(['companionship-low']);
    expect(met({ companionship: [['d', 1]] })).toEqual(['companionship-low', 'companionship-lowest']);
    expect(met({ companionship: [['d', 2]] }, again)).toEqual([
      'companionship-low',
      'companionship-low-repeated',
    ]);
  });

  test('are to have chosen nobody, and before', () => {
    expect(met({ gaveNone: ['d'] })).toEqual(['gave-none']);
    expect(met({ gaveNone: ['d'] }, again)).toEqual(['gave-none', 'gave-none-repeated']);
  });

  test('are what was answered of wellbeing', () => {
    const wellbeing = (...series: WellbeingRound[]) => met({ wellbeing: [['d', series]] });
    expect(wellbeing(scored(2.6), scored(4), scored(4), scored(4))).toEqual(['own-fall']);
    expect(wellbeing(scored(2), scored(2), scored(2))).toEqual(['low-on-end']);
    expect(wellbeing(scored(3, { bullied: true }), scored(3))).toEqual(['says-bullied']);
    expect(wellbeing(scored(3), scored(3, { bullied: true, lowestOnSafety: 1 }))).toEqual([]);
    const unsafe = scored(3, { lowestOnSafety: 1 });
    expect(wellbeing(unsafe, scored(3))).toEqual(['safety-lowest']);
    expect(wellbeing(unsafe, unsafe)).toEqual(['safety-lowest', 'safety-lowest-repeated']);
  });
});

describe('the evidence of own answers', () => {
  const evidence = (more: Partial<SignalInput>) => ownEvidence('d', answers(more), limits);

  test('is a low answer on company with its score, and to have chosen nobody', () => {
    expect(evidence({})).toEqual([]);
    expect(evidence({ companionship: [['d', 3]] })).toEqual([]);
    expect(evidence({ companionship: [['d', 2]], gaveNone: ['d'] })).toEqual([
      { kind: 'companionship-low', counts: true, score: 2 },
      { kind: 'gave-none', counts: true },
    ]);
  });

  test('is what was answered of wellbeing, each with its numbers', () => {
    const unsafe = scored(2, { lowestOnSafety: 2, bullied: true });
    expect(evidence({ wellbeing: [['d', [unsafe, scored(2, { lowestOnSafety: 1 }), scored(2)]]] })).toEqual([
      { kind: 'safety-lowest', counts: true, items: 2 },
      { kind: 'repeated', counts: true, of: 'safety-lowest', criterionId: null, roundsAgo: [1], values: [1] },
      { kind: 'says-bullied', counts: true },
      { kind: 'low-on-end', counts: true, scores: [2, 2, 2] },
    ]);
    expect(evidence({ wellbeing: [['d', [unsafe, scored(3)]]] }).map(({ kind }) => kind)).toEqual([
      'safety-lowest',
      'says-bullied',
    ]);
    const quick = scored(5, { allAtTop: true, secondsPerItem: 1 });
    expect(evidence({ wellbeing: [['d', [quick]]] })).toEqual([
      { kind: 'top-in-no-time', counts: false, answered: 12, secondsPerItem: 1 },
    ]);
    expect(evidence({ wellbeing: [['d', [scored(2.6), scored(4), scored(4), scored(4)]]] })).toEqual([
      { kind: 'own-fall', counts: true, score: 2.6, usual: 4, rounds: 3, deviation: 0 },
    ]);
  });

  test('against it stands a high answer on company', () => {
    const against = (score: number) =>
      ownAnswersAgainst('d', answers({ companionship: [['d', score]] }), limits);
    expect([against(4), against(3)]).toEqual([[{ kind: 'companionship-fine', score: 4 }], []]);
    expect(ownAnswersAgainst('d', answers({}), limits)).toEqual([]);
  });
});

describe('what pupils answered', () => {
  test('is taken as given, but nobody who chose somebody chose nobody', () => {
    expect(answers({ gaveNone: ['a', 'd'], chosenOutside: [['d', 0]], companionship: [['a', 5]] })).toEqual({
      companionship: new Map([['a', 5]]),
      gaveNone: new Set(['d']),
      wellbeing: new Map(),
      chosenOutside: new Map([['d', 0]]),
    });
  });

  test.each<Partial<SignalInput>>([
    { companionship: [['a', 5.1]] },
    { companionship: [['a', 0.9]] },
    { companionship: [['a', NaN]] },
    { wellbeing: [['a', [scored(3), scored(6)]]] },
  ])('is refused with a score outside 1 … 5: %j', (more) => {
    expect(() => answers(more)).toThrow('a score lies outside 1 … 5');
  });

  test.each([-1, 0.5, NaN])('is refused when %d others chose the pupil', (count) => {
    expect(() => answers({ chosenOutside: [['a', count]] })).toThrow(
      'a count of choosers is no whole number',
    );
  });
});
