import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAnswers, exchanged, renamed } from './any-answers.fixture.ts';
import { investigationInput } from './investigation-input.ts';
import { newcombBukowskiFigures, newcombBukowskiStatus } from './newcomb-bukowski.ts';
import { research, withReceived } from './nominations.fixture.ts';
import { rareScores } from './rare-scores.ts';

/** A pupil in a class of 24 where each named three and three. */
const inClassOf24 = (liked: number, disliked: number) => ({
  pupilId: 'a',
  liked,
  disliked,
  nominators: Array.from({ length: 23 }, (_, i) => ({
    id: `${i}`,
    liked: 3,
    disliked: 3,
    considered: 23,
  })),
});

describe('status after Newcomb & Bukowski', () => {
  // Tails by scipy 1.17.1, stats.binom with n = 23 and p = 3/23, 6/23.
  test('has the binomial tails where all name equally many', () => {
    const figures = newcombBukowskiFigures(inClassOf24(7, 1), 0.05, 'above');
    expect(figures).toMatchObject({ code: 'popular', impact: 8, possible: 23 });
    expect(figures.expectedLiked).toBe(3);
    expect(figures.upperLiked).toBeCloseTo(0.023458588022542394, 13);
    expect(newcombBukowskiFigures(inClassOf24(0, 2), 0.05, 'above').lowerImpact).toBeCloseTo(
      0.03885672389844758,
      13,
    );
  });

  test('has each code by its rule', () => {
    const code = (liked: number, disliked: number, option: 'above' | 'at-or-above' = 'above'): string =>
      newcombBukowskiFigures(inClassOf24(liked, disliked), 0.05, option).code;
    expect(code(7, 2)).toBe('popular');
    expect(code(6, 2)).toBe('average');
    expect(code(2, 7)).toBe('rejected');
    expect(code(7, 4)).toBe('controversial');
    expect(code(4, 7)).toBe('controversial');
    expect(code(1, 1)).toBe('neglected');
    expect(code(0, 3)).toBe('average');
    expect(code(3, 3)).toBe('average');
  });

  test('with the other score at its expected value, which is a whole number, is controversial only when told so', () => {
    const at = (option: 'above' | 'at-or-above'): string[] =>
      [inClassOf24(7, 3), inClassOf24(3, 7)].map((pupil) => newcombBukowskiFigures(pupil, 0.05, option).code);
    expect(at('above')).toEqual(['average', 'average']);
    expect(at('at-or-above')).toEqual(['controversial', 'controversial']);
  });

  test('has its own probability for each nominator', () => {
    const nominators = [
      { id: 'b', liked: 1, disliked: 0, considered: 2 },
      { id: 'c', liked: 1, disliked: 1, considered: 3 },
    ];
    const figures = newcombBukowskiFigures(
      { pupilId: 'a', liked: 1, disliked: 0, nominators },
      0.05,
      'above',
    );
    // By hand: P(≥ 1) = 1 − ½ · ⅔; SI has ½ and ⅔, so P(≤ 1) = 1 − ½ · ⅔.
    expect(figures.expectedLiked).toBeCloseTo(5 / 6, 12);
    expect(figures.upperLiked).toBeCloseTo(2 / 3, 12);
    expect(figures.lowerImpact).toBeCloseTo(2 / 3, 12);
  });

  test('gives none to a small group, nor where a score is the same for all', () => {
    const few = withReceived([3, 2, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 2, 3]);
    expect(newcombBukowskiStatus(few).notComputed).toBe('small-group');
    const even = [1, 1, 1, 1, 1, 1, 1, 1];
    const uneven = [0, 0, 0, 0, 1, 2, 3, 0];
    expect(newcombBukowskiStatus(withReceived(even, uneven)).notComputed).toBe('no-spread');
    expect(newcombBukowskiStatus(withReceived(uneven, even)).notComputed).toBe('no-spread');
  });

  test('refuses an alpha that is no probability', () => {
    const group = withReceived([3, 2, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 2, 3, 0]);
    for (const alpha of [0, 1, NaN])
      expect(() => newcombBukowskiStatus(group, { alpha })).toThrow(RangeError);
  });

  test('does not depend on names or order, and exchanges popular and rejected with likes and dislikes', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const first = newcombBukowskiStatus(investigationInput(research, answers), { alpha: 0.2 });
        const other = newcombBukowskiStatus(investigationInput(research, renamed(answers)), { alpha: 0.2 });
        const swapped = newcombBukowskiStatus(investigationInput(research, exchanged(answers)), {
          alpha: 0.2,
        });
        const byId = new Map(other.pupils.map((pupil) => [pupil.pupilId, pupil]));
        const swap: Readonly<Record<string, string>> = { popular: 'rejected', rejected: 'popular' };
        first.pupils.forEach((pupil, i) => {
          expect(byId.get(`z${99 - Number(pupil.pupilId)}`)?.code).toBe(pupil.code);
          expect(swapped.pupils[i]?.code).toBe(swap[pupil.code] ?? pupil.code);
        });
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

describe('rare scores', () => {
  // By scipy 1.17.1, stats.binom.
  test('of a class of 24 with three choices are 7 and more, and an impact of 2 and less', () => {
    const { high, low, impactLow } = rareScores(24, 3);
    expect(high?.count).toBe(7);
    expect(high?.tail).toBeCloseTo(0.023458588022542394, 13);
    expect(low?.count).toBe(0);
    expect(impactLow?.count).toBe(2);
    expect(impactLow?.tail).toBeCloseTo(0.03885672389844758, 13);
  });

  test('are none where no count is unlikely enough', () => {
    expect(rareScores(6, 1)).toMatchObject({ low: null, impactLow: null });
  });

  test('are refused when the choices do not fit', () => {
    for (const [size, k] of [
      [6, 3],
      [24, 2.5],
      [24, -1],
      [1, 0],
    ] as const)
      expect(() => rareScores(size, k)).toThrow(RangeError);
  });
});
