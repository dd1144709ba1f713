import { describe, expect, test } from 'vitest';
import { criterion, dChosenByAll, dChosenOnce, dUnchosen, limits } from './class-by-hand.fixture.ts';
import { choiceEvidence, choicesAgainst } from './collect-evidence.ts';
import { roundChoices } from './round-choices.ts';
import type { RuleSet } from './rules.ts';
import type { CriterionChoices, SignalInput } from './signal-input.ts';

type Limits = RuleSet['limits'];
const choicesOf = (
  criteria: readonly CriterionChoices[],
  more: Partial<SignalInput> = {},
  own: Limits = limits,
) => roundChoices({ criteria, gaveNone: [], history: [], seed: 1, ...more }, own);
const placeOf = (pupil: number, choices: ReturnType<typeof choicesOf>) => ({
  round: choices.round,
  pupil,
  frame: choices.frames[pupil] ?? expect.fail('no such pupil'),
  figures: choices.figures,
  received: choices.received,
  probabilityInDraws: 0.5,
});
const seen = (pupil: number, ...[criteria, more, own = limits]: Parameters<typeof choicesOf>) => {
  const choices = choicesOf(criteria, more, own);
  return choiceEvidence(placeOf(pupil, choices), choices.answers, own);
};
const against = (pupil: number, ...[criteria, more, own = limits]: Parameters<typeof choicesOf>) =>
  choicesAgainst(placeOf(pupil, choicesOf(criteria, more, own)), own);
const kinds = (found: readonly { readonly kind: string }[]) => found.map(({ kind }) => kind);
const before = (one: CriterionChoices): Partial<SignalInput> => ({ history: [{ criteria: [one] }] });

describe('the evidence of a pupil whom none of three chose', () => {
  const few = { criterionId: 'recess', received: 0, couldChoose: 3, expected: expect.closeTo(2, 12) };

  test('is nothing on the criterion and in all, 1/27 by chance, and none of two choices returned, 1/16', () => {
    expect(seen(3, [dUnchosen])).toEqual([
      { kind: 'received', counts: true, ...few, probability: expect.closeTo(1 / 27, 12) },
      {
        kind: 'received-all',
        counts: true,
        criteria: 1,
        received: 0,
        choosers: 0,
        couldChoose: 3,
        expected: expect.closeTo(2, 12),
        probability: expect.closeTo(1 / 27, 12),
        probabilityIfUnrelated: expect.closeTo(1 / 27, 12),
        probabilityInDraws: 0.5,
      },
      {
        kind: 'no-mutual',
        counts: true,
        given: 2,
        givenWhoAnswered: 2,
        classReturnable: 8,
        classReturned: 6,
        probability: expect.closeTo(1 / 16, 12),
      },
    ]);
  });

  test('is told also where it is common enough not to count', () => {
    const strict = { ...limits, unlikely: 1 / 28, mostAreChosen: 1 / 28, unlikelyUnreturned: 1 / 17 };
    expect(seen(3, [dUnchosen], {}, strict).map(({ kind, counts }) => [kind, counts])).toEqual([
      ['received', false],
      ['received-all', false],
      ['no-mutual', false],
    ]);
  });

  test('is not told of a pupil who received something, unless it is few', () => {
    expect(seen(0, [dUnchosen])).toEqual([]);
    expect(kinds(seen(3, [dChosenOnce]))).toEqual([]);
    const mild = { ...limits, unlikely: 0.26, unlikelyInAll: 0.26 };
    expect(seen(3, [dChosenOnce], {}, mild)).toMatchObject([
      { kind: 'received', counts: true, received: 1, probability: expect.closeTo(7 / 27, 12) },
      { kind: 'received-all', counts: true, received: 1, choosers: 1 },
    ]);
  });

  test('is, with the round before, nothing of four, (1/27)², and none of four choices returned', () => {
    const lenient = { ...limits, veryUnlikelyOverRounds: 0.002 };
    const found = seen(3, [dUnchosen], before(dUnchosen), lenient);
    expect(found.find(({ kind }) => kind === 'received-over-rounds')).toEqual({
      kind: 'received-over-rounds',
      counts: true,
      received: 0,
      before: 0,
      roundsAgo: 1,
      expected: expect.closeTo(4, 12),
      probability: expect.closeTo(1 / 729, 12),
    });
    expect(found.find(({ kind }) => kind === 'no-mutual-over-rounds')).toEqual({
      kind: 'no-mutual-over-rounds',
      counts: true,
      rounds: 2,
      givenWhoAnswered: 4,
      probability: expect.closeTo(1 / 256, 12),
    });
    expect(kinds(seen(3, [dUnchosen], before(dUnchosen)))).not.toContain('received-over-rounds');
  });

  test('is a fall from three choosers, 1/8 by chance, where that is unlikely enough', () => {
    const lenient = { ...limits, unlikely: 0.13 };
    expect(seen(3, [dUnchosen], before(dChosenByAll), lenient).at(-1)).toEqual({
      kind: 'fell',
      counts: true,
      before: 3,
      now: 0,
      expectedBefore: expect.closeTo(2, 12),
      expectedNow: expect.closeTo(2, 12),
      probability: expect.closeTo(1 / 8, 12),
    });
    expect(kinds(seen(3, [dUnchosen], before(dChosenByAll)))).not.toContain('fell');
  });
});

describe('who chose a pupil', () => {
  const only = (count: number) => ({ kind: 'chosen-only-by-unchosen', counts: false, choosers: count });

  test('is told where it is only those whom nobody else chose', () => {
    const ties = ['ad', 'bc', 'cb', 'da'];
    expect(seen(3, [criterion('recess', 'abcd', ties)]).at(-1)).toEqual(only(1));
    expect(seen(3, [criterion('recess', 'abcd', [...ties, 'ca'])]).map(({ kind }) => kind)).toEqual([]);
    expect(seen(3, [criterion('recess', 'abcd', [...ties, 'bd'])]).map(({ kind }) => kind)).toEqual([]);
  });

  test('is told where it is only pupils of other classes', () => {
    const outside = (count: number): Partial<SignalInput> => ({ chosenOutside: [['d', count]] });
    expect(seen(3, [dUnchosen], outside(2)).at(-1)).toEqual({
      kind: 'chosen-only-outside',
      counts: false,
      choosers: 2,
    });
    expect(kinds(seen(3, [dUnchosen], outside(0)))).not.toContain('chosen-only-outside');
    expect(kinds(seen(3, [dChosenOnce], outside(2)))).not.toContain('chosen-only-outside');
  });
});

describe('against a closer look', () => {
  test('is to be chosen by no few, and chosen back', () => {
    expect(against(0, [dUnchosen])).toEqual([
      { kind: 'chosen', criterionId: 'recess', received: 3, couldChoose: 3, expected: expect.closeTo(2, 12) },
      { kind: 'mutual', mutual: 2, given: 2 },
    ]);
    expect(against(3, [dUnchosen])).toEqual([]);
    expect(kinds(against(3, [dChosenOnce]))).toEqual(['chosen', 'mutual']);
    expect(kinds(against(3, [dChosenOnce], {}, { ...limits, unlikely: 0.26 }))).toEqual(['mutual']);
  });

  test('is to have been chosen in the round before, unless that was few then or it is a fall now', () => {
    const chosenBefore = (one: CriterionChoices, was: CriterionChoices, own: Limits = limits) =>
      against(3, [one], before(was), own).filter(({ kind }) => kind === 'chosen-before');
    expect(chosenBefore(dUnchosen, dChosenByAll)).toEqual([{ kind: 'chosen-before', choosers: 3 }]);
    expect(chosenBefore(dUnchosen, dUnchosen)).toEqual([]);
    expect(chosenBefore(dUnchosen, dChosenByAll, { ...limits, unlikely: 0.13 })).toEqual([]);
    expect(chosenBefore(dChosenOnce, dChosenOnce)).toHaveLength(1);
    expect(chosenBefore(dChosenOnce, dChosenOnce, { ...limits, unlikely: 0.26 })).toEqual([]);
    expect(chosenBefore(dChosenOnce, dChosenOnce, { ...limits, unlikelyInAll: 0.26 })).toEqual([]);
    expect(against(3, [dChosenOnce]).some(({ kind }) => kind === 'chosen-before')).toBe(false);
  });
});
