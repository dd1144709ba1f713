import { describe, expect, test } from 'vitest';
import { criterion, dChosenByAll, dChosenOnce, dUnchosen, limits } from './class-by-hand.fixture.ts';
import { evaluateEarlier, repetition, repetitionsOf } from './earlier-rounds.ts';
import { repeatedEvidence } from './own-evidence.ts';
import type { EarlierRound } from './signal-input.ts';

const of = (pupilId: string, rounds: readonly EarlierRound[], own = limits) =>
  repetitionsOf(
    pupilId,
    rounds.map((earlier) => evaluateEarlier(earlier, own)),
    own,
  );
const unchosen = { criteria: [dUnchosen] };
const chosenOnce = { criteria: [dChosenOnce] };
const none = { roundsAgo: [], values: [] };

test('a series goes back to the first round in which it was not so, past rounds that say nothing', () => {
  const met = (value: number) => ({ met: true, value });
  expect(repetition([met(3), null, met(2), { met: false, value: 9 }, met(1)])).toEqual({
    roundsAgo: [1, 3],
    values: [3, 2],
  });
  expect(repetition([{ met: false, value: 0 }, met(1)])).toEqual(none);
  expect(repetition([])).toEqual(none);
});

describe('what was seen in earlier rounds too', () => {
  test('is few choices on a criterion: none is 1/27 by chance, at most one 7/27', () => {
    expect(of('d', [unchosen, unchosen]).onCriterion('recess')).toEqual({
      roundsAgo: [1, 2],
      values: [0, 0],
    });
    expect(of('d', [unchosen]).onCriterion('work')).toEqual(none);
    expect(of('d', [unchosen], { ...limits, unlikely: 1 / 28 }).onCriterion('recess')).toEqual(none);
    expect(of('d', [chosenOnce]).onCriterion('recess')).toEqual(none);
    expect(of('d', [chosenOnce], { ...limits, unlikely: 0.26 }).onCriterion('recess').values).toEqual([1]);
    expect(of('a', [unchosen]).onCriterion('recess')).toEqual(none);
    expect(of('new', [unchosen]).onCriterion('recess')).toEqual(none);
  });

  test('is few in all, and nothing at all where chance would give most something', () => {
    expect(of('d', [unchosen])).toMatchObject({ inAll: none, unchosen: { roundsAgo: [1], values: [0] } });
    expect(of('d', [chosenOnce], { ...limits, unlikelyInAll: 0.26 })).toMatchObject({
      inAll: { roundsAgo: [1], values: [1] },
      unchosen: none,
    });
    expect(of('d', [unchosen], { ...limits, mostAreChosen: 1 / 28 }).unchosen).toEqual(none);
    expect(of('new', [unchosen])).toMatchObject({ inAll: none, unchosen: none });
  });

  test('is no choice returned, with how probable that is together: two at 2/8 unreturned, twice', () => {
    const { noMutual, noMutualLog } = of('d', [unchosen, unchosen]);
    expect(noMutual).toEqual({ roundsAgo: [1, 2], values: [2, 2] });
    expect(noMutualLog).toBeCloseTo(4 * Math.log(2 / 8), 12);
    expect(of('a', [unchosen])).toMatchObject({ noMutual: none, noMutualLog: 0 });
    const silent = { criteria: [criterion('recess', 'abc', ['ab', 'ba', 'ca'])] };
    expect(of('d', [silent, unchosen]).noMutual).toEqual({ roundsAgo: [2], values: [2] });
  });

  test('is a low answer on company, where the pupil answered', () => {
    const said = (score: number): EarlierRound => ({ criteria: [], companionship: [['d', score]] });
    expect(of('d', [said(2), { criteria: [] }, said(1)]).companionshipLow).toEqual({
      roundsAgo: [1, 3],
      values: [2, 1],
    });
    expect(of('d', [said(3), said(1)]).companionshipLow).toEqual(none);
  });

  test('is that the pupil chose nobody, where that could be answered and the pupil was there', () => {
    const chose = (respondents: string, gaveNone?: readonly string[]): EarlierRound => ({
      criteria: [criterion('recess', respondents, ['ab', 'ba', 'ca'])],
      ...(gaveNone && { gaveNone }),
    });
    const series = (...rounds: readonly EarlierRound[]) => of('d', rounds).gaveNone;
    const gave = chose('abcd', ['d']);
    expect(series(gave, chose('abcd'), chose('abc', []), gave)).toEqual({
      roundsAgo: [1, 4],
      values: [0, 0],
    });
    expect(series(chose('abcd', []), gave)).toEqual(none);
  });
});

describe('what is said of earlier rounds beside what is seen now', () => {
  const now = { counts: true, received: 0, couldChoose: 3, expected: 2, probability: 0.04 };
  const onRecess = { kind: 'received', criterionId: 'recess', ...now } as const;
  const inAll = {
    kind: 'received-all',
    criteria: 1,
    choosers: 0,
    probabilityIfUnrelated: 0.04,
    probabilityInDraws: 0.04,
    ...now,
  } as const;
  const few = { ...limits, unlikelyInAll: 0.26 };
  const again = (of: string, criterionId: string | null = null) => ({
    kind: 'repeated',
    counts: true,
    of,
    criterionId,
    roundsAgo: [1],
    values: [0],
  });

  test('is told of each piece that counts', () => {
    const repetitions = of('d', [{ ...unchosen, companionship: [['d', 1]], gaveNone: [] }], few);
    expect(repeatedEvidence([onRecess, inAll], repetitions)).toEqual([
      again('received', 'recess'),
      again('unchosen'),
      again('received-all'),
    ]);
    expect(repeatedEvidence([{ ...inAll, received: 1 }], repetitions)).toEqual([again('received-all')]);
    expect(repeatedEvidence([{ ...onRecess, counts: false }], repetitions)).toEqual([]);
    expect(repeatedEvidence([{ kind: 'companionship-low', counts: true, score: 2 }], repetitions)).toEqual([
      { ...again('companionship-low'), values: [1] },
    ]);
    expect(repeatedEvidence([{ kind: 'gave-none', counts: true }], repetitions)).toEqual([]);
    expect(repeatedEvidence([{ kind: 'says-bullied', counts: true }], repetitions)).toEqual([]);
  });

  test('is nothing where it was not so before', () => {
    const well = of('d', [{ criteria: [dChosenByAll] }], few);
    expect(repeatedEvidence([onRecess, inAll], well)).toEqual([]);
  });

  test('is told of a pupil who chose nobody then too', () => {
    const gave = { criteria: [criterion('recess', 'abcd', ['ab', 'ba', 'ca'])], gaveNone: ['d'] };
    expect(repeatedEvidence([{ kind: 'gave-none', counts: true }], of('d', [gave]))).toEqual([
      again('gave-none'),
    ]);
  });
});
