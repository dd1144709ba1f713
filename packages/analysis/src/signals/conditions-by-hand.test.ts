import { describe, expect, test } from 'vitest';
import { absentBound, asIfPresent } from './absent-bounds.ts';
import { criterion, dChosenByAll, dUnchosen, limits } from './class-by-hand.fixture.ts';
import { detectSignals } from './detect-signals.ts';
import { conditionsMet, type PupilFrame } from './pupil-frame.ts';
import { roundChoices } from './round-choices.ts';
import { conditionBit, conditionsIn, ruleLookup } from './rule-lookup.ts';
import type { RuleSet } from './rules.ts';
import type { CriterionChoices, SignalInput } from './signal-input.ts';

type Limits = RuleSet['limits'];
const choicesOf = (
  criteria: readonly CriterionChoices[],
  more: Partial<SignalInput> = {},
  own: Limits = limits,
) => roundChoices({ criteria, gaveNone: [], history: [], seed: 1, ...more }, own);
const before = (one: CriterionChoices): Partial<SignalInput> => ({ history: [{ criteria: [one] }] });

describe('the conditions met by what a class chose', () => {
  const empty = { roundsAgo: [], values: [] };
  const frame: PupilFrame = {
    chance: {
      received: () => [],
      total: new Float64Array(),
      totalExpected: 0,
      totalIfUnrelated: () => new Float64Array(),
      couldChoose: 0,
    },
    before: null,
    repetitions: {
      onCriterion: () => empty,
      inAll: empty,
      unchosen: empty,
      companionshipLow: empty,
      gaveNone: empty,
      noMutual: empty,
      noMutualLog: 0,
    },
    ownBits: conditionBit('gave-none'),
    fewestInAll: 2,
    unchosenBits: conditionBit('unchosen'),
    fewestChoosers: 1,
    overRounds: null,
    fewestOverRounds: 3,
    noMutual: {
      now: -1,
      overRounds: -2,
      overRoundsVery: -3,
      repeatedBits: conditionBit('no-mutual-repeated'),
    },
  };
  const met = (total: number, choosers: number, mutual: number, returnable: number, unreturned: number) =>
    conditionsIn(
      conditionsMet(
        frame,
        {
          total: Int32Array.of(total),
          choosers: Int32Array.of(choosers),
          mutual: Int32Array.of(mutual),
          returnable: Int32Array.of(returnable),
          classReturnable: 0,
          classReturned: 0,
        },
        0,
        unreturned,
      ),
    ).filter((condition) => condition !== 'gave-none');

  test('are those whose limits are reached', () => {
    expect(met(4, 2, 0, 0, -9)).toEqual([]);
    expect(met(3, 2, 1, 9, -9)).toEqual(['few-over-rounds']);
    expect(met(2, 2, 1, 9, -9)).toEqual(['few-in-all', 'few-over-rounds']);
    expect(met(0, 2, 1, 9, -9)).toEqual(['few-in-all', 'unchosen', 'few-over-rounds']);
    expect(met(4, 1, 1, 9, -9)).toEqual(['fell']);
  });

  test('are of choices not returned by how unlikely that is for so many', () => {
    const unreturned = (returnable: number) => met(4, 2, 0, returnable, -1);
    expect(unreturned(1)).toEqual(['no-mutual-repeated']);
    expect(unreturned(2)).toEqual(['no-mutual', 'no-mutual-repeated']);
    expect(unreturned(3)).toEqual(['no-mutual', 'no-mutual-repeated', 'no-mutual-over-rounds']);
    expect(unreturned(4)).toContain('no-mutual-very-unlikely');
  });

  test('are worked out from the class: unlikely, very unlikely, and so before', () => {
    const of = (more: Partial<SignalInput> = {}, own: Partial<Limits> = {}) =>
      conditionsIn(choicesOf([dUnchosen], more, { ...limits, ...own }).conditionsOf(3));
    expect(of()).toEqual(['unchosen', 'no-mutual']);
    expect(of({}, { unlikelyInAll: 0.04, veryUnlikely: 0.04 })).toEqual([
      'few-in-all',
      'unchosen',
      'unchosen-very-unlikely',
      'no-mutual',
    ]);
    expect(of({}, { mostAreChosen: 1 / 28, veryUnlikely: 0.04, unlikelyUnreturned: 1 / 17 })).toEqual([]);
    const twice = [
      'unchosen',
      'no-mutual',
      'no-mutual-repeated',
      'no-mutual-over-rounds',
      'unchosen-repeated',
    ];
    expect(of(before(dUnchosen))).toEqual(twice);
    // Four choices not returned are 1/256.
    expect(of(before(dUnchosen), { unlikelyOverRounds: 1 / 257 })).not.toContain('no-mutual-over-rounds');
    expect(of(before(dUnchosen), { veryUnlikelyOverRounds: 1 / 255 })).toContain('no-mutual-very-unlikely');
    expect(of(before(dUnchosen), { veryUnlikelyOverRounds: 1 / 728 })).toContain('few-over-rounds');
    expect(of(before(dChosenByAll), { unlikely: 0.13 })).toContain('fell');
  });
});

describe('what absent classmates could change', () => {
  const { network } = criterion('recess', 'abd', ['ab', 'ac', 'ba', 'da', 'db']);

  test('is tried with each choosing the pupil and as many in all as the median of those who answered', () => {
    expect(asIfPresent(network, ['c'], 'd')).toEqual({
      roster: ['a', 'b', 'c', 'd'],
      respondents: ['a', 'b', 'd', 'c'],
      choices: [...network.choices, { from: 'c', to: 'd' }, { from: 'c', to: 'a' }],
    });
    const first = criterion('recess', 'bcd', ['bc', 'bd', 'cb', 'cd', 'db', 'dc']).network;
    expect(asIfPresent(first, ['a'], 'd').choices.slice(-2)).toEqual([
      { from: 'a', to: 'd' },
      { from: 'a', to: 'b' },
    ]);
    const silent = { ...network, respondents: [], choices: [] };
    expect(asIfPresent(silent, ['c'], 'd').choices).toEqual([{ from: 'c', to: 'd' }]);
    const none = { ...network, choices: [] };
    expect(asIfPresent(none, ['c'], 'd').choices).toEqual([{ from: 'c', to: 'd' }]);
  });

  test('begins with those whom the pupil chose: one tie that would be mutual is enough, of two absent', () => {
    const rules: RuleSet = {
      version: 'own',
      limits: { ...limits, unlikelyUnreturned: 0.9 },
      rules: [{ id: 'r', level: 'look-closer', needs: [['no-mutual']] }],
    };
    const half = criterion('recess', 'abcd', ['ab', 'ba', 'bc', 'cb', 'da', 'df'], 'abcdef');
    const choices = choicesOf([half], {}, rules.limits);
    const bound = (pupilId: string) => absentBound(choices, pupilId, ruleLookup(rules), rules.limits);
    expect(bound('d')).toEqual({ absent: 2, neededToRemove: 1 });
    const own: RuleSet = {
      ...rules,
      rules: [{ id: 'r', level: 'look-closer', needs: [['companionship-low']] }],
    };
    const low = choicesOf([half], { companionship: [['d', 1]] }, rules.limits);
    expect(absentBound(low, 'd', ruleLookup(own), rules.limits)).toEqual({ absent: 2, neededToRemove: null });
  });
});

test('the number of draws must be a positive whole number', () => {
  const detect = (draws: number) =>
    detectSignals({ criteria: [dUnchosen], gaveNone: [], history: [], seed: 1, draws });
  for (const draws of [0, -1, 1.5, NaN])
    expect(() => detect(draws)).toThrow('draws must be a positive whole number');
  expect(detect(1).notComputed).toBe('small-class');
});

test('chance gives as many signals on few choices as the distribution says: 7 of 27 for each of four', () => {
  const rules: RuleSet = {
    version: 'own',
    limits: { ...limits, unlikelyInAll: 0.26 },
    rules: [{ id: 'r', level: 'look-closer', needs: [['few-in-all']] }],
  };
  const input = { criteria: [dUnchosen], gaveNone: [], history: [], seed: 1, draws: 2000 };
  const { chance } = detectSignals(input, rules);
  expect(chance?.found).toBe(1);
  expect(Math.abs((chance?.expected ?? NaN) - 4 * (7 / 27))).toBeLessThan(0.1);
});
