import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asherDodgeNominations, nominationsFromRatings } from './from-ratings.ts';
import { investigationRatings, type Rating } from './investigation-ratings.ts';
import { codeOfTotals, maassenLandsheerStatus } from './maassen-landsheer.ts';
import { research } from './nominations.fixture.ts';

const roster = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const scale = { lowest: 1, highest: 3 };
const row = (from: string, values: string): Rating[] =>
  roster
    .filter((to) => to !== from)
    .map((to, i) => ({ from, to, value: Number(values[i]) }))
    .filter(({ value }) => value > 0);

describe('status from ratings after Maassen & Landsheer', () => {
  // Two raters; worked by hand. The first gave 3 twice, 1 twice and 2 three times, the second 3 twice, 1 three times, 2 twice.
  const ratings = [...row('a', '3311222'), ...row('b', '3111232')];
  const { pupils } = maassenLandsheerStatus(investigationRatings(research, { roster, ratings, scale }));
  const c = pupils.find((pupil) => pupil.pupilId === 'c') ?? expect.fail('c is missing');

  test('has the totals of the pupil and those expected', () => {
    expect(c).toMatchObject({ raters: 2, sympathy: 1, antipathy: 1, preference: 4, impact: 2 });
    expect(c.expectedSympathy).toBeCloseTo(4 / 7, 12);
    expect(c.expectedAntipathy).toBeCloseTo(5 / 7, 12);
    expect(c.expectedPreference).toBeCloseTo(27 / 7, 12);
    expect(c.expectedImpact).toBeCloseTo(9 / 7, 12);
  });

  test('has the tails of the convolution', () => {
    expect(c.lowerPreference).toBeCloseTo(35 / 49, 12);
    expect(c.upperPreference).toBeCloseTo(30 / 49, 12);
    expect(c.upperImpact).toBeCloseTo(20 / 49, 12);
    expect(c.lowerImpact).toBeCloseTo(1, 12);
  });

  test('has each code only with both sums on its side', () => {
    const middle = { raters: 9, preference: 0, impact: 0, expectedPreference: 0, expectedImpact: 0 };
    const tails = { lowerPreference: 0.5, upperPreference: 0.5, lowerImpact: 0.5, upperImpact: 0.5 };
    const code = (tail: keyof typeof tails, s: number, a: number, p = 0.05): string =>
      codeOfTotals(
        {
          ...middle,
          ...tails,
          [tail]: p,
          sympathy: s,
          antipathy: a,
          expectedSympathy: 3,
          expectedAntipathy: 3,
        },
        0.05,
      );
    expect(code('upperPreference', 4, 2)).toBe('popular');
    expect(code('lowerPreference', 2, 4)).toBe('rejected');
    expect(code('lowerImpact', 2, 2)).toBe('neglected');
    expect(code('upperImpact', 4, 4)).toBe('controversial');
    expect(code('upperPreference', 4, 2, 0.051)).toBe('average');
    for (const [s, a] of [
      [3, 2],
      [4, 3],
    ] as const)
      expect(code('upperPreference', s, a)).toBe('average');
    for (const [s, a] of [
      [3, 4],
      [2, 3],
    ] as const)
      expect(code('lowerPreference', s, a)).toBe('average');
    for (const tail of ['lowerImpact', 'upperImpact'] as const) {
      expect(code(tail, 3, 2)).toBe('average');
      expect(code(tail, 2, 3)).toBe('average');
      expect(code(tail, 4, 3)).toBe('average');
      expect(code(tail, 3, 4)).toBe('average');
    }
  });

  test('has no entry for whom nobody rated, and none at all in a small group or where all ratings are equal', () => {
    const more = { roster: [...roster, 'i'], ratings, scale };
    expect(maassenLandsheerStatus(investigationRatings(research, more)).pupils).toHaveLength(8);
    const seven = { roster, ratings: row('a', '3311222'), scale };
    expect(maassenLandsheerStatus(investigationRatings(research, seven)).notComputed).toBe('small-group');
    const equal = { roster, ratings: [...row('a', '2222222'), ...row('b', '2222222')], scale };
    expect(maassenLandsheerStatus(investigationRatings(research, equal)).notComputed).toBe('no-spread');
  });

  test('needs a scale with a middle and an alpha between 0 and 1', () => {
    const even = investigationRatings(research, { roster, ratings, scale: { lowest: 1, highest: 4 } });
    expect(() => maassenLandsheerStatus(even)).toThrow('no middle');
    const fine = investigationRatings(research, { roster, ratings, scale });
    for (const alpha of [0, 1, NaN])
      expect(() => maassenLandsheerStatus(fine, { alpha })).toThrow(RangeError);
  });

  test.each([-4, -2, -1, 1, 9])(
    'moved %i along the scale, is the same but for the sum of ratings',
    (step) => {
      const moved = ratings.map((rating) => ({ ...rating, value: rating.value + step }));
      const along = { lowest: 1 + step, highest: 3 + step };
      const there = maassenLandsheerStatus(
        investigationRatings(research, { roster, ratings: moved, scale: along }),
      );
      expect(there.pupils).toEqual(
        pupils.map((pupil) => ({
          ...pupil,
          preference: pupil.preference + pupil.raters * step,
          expectedPreference: expect.closeTo(pupil.expectedPreference + pupil.raters * step, 12) as number,
        })),
      );
    },
  );

  test('turned upside down, exchanges popular and rejected and leaves the rest', () => {
    const anyRatings = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 9, maxLength: 9 }), {
      minLength: 9,
      maxLength: 9,
    });
    fc.assert(
      fc.property(anyRatings, (matrix) => {
        const ids = matrix.map((_, i) => `p${i}`);
        const codes = (of: (value: number) => number): string[] =>
          maassenLandsheerStatus(
            investigationRatings(research, {
              roster: ids,
              scale: { lowest: 1, highest: 7 },
              ratings: matrix.flatMap((values, i) =>
                values.map((value, j) => ({ from: `p${i}`, to: `p${j}`, value: of(value) })),
              ),
            }),
            { alpha: 0.2 },
          ).pupils.map((pupil) => pupil.code);
        const swap: Readonly<Record<string, string>> = { popular: 'rejected', rejected: 'popular' };
        expect(codes((value) => 8 - value)).toEqual(
          codes((value) => value).map((code) => swap[code] ?? code),
        );
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('nominations from ratings', () => {
  const answers = investigationRatings(research, {
    roster,
    ratings: [...row('a', '3320011'), ...row('b', '1000000')],
    scale,
  });

  test('are those at or beyond the limits, by who rated; a blank is nobody who could be named', () => {
    const input = nominationsFromRatings(answers, { likeFrom: 3, dislikeTo: 1 });
    expect(input.respondents).toEqual(['a', 'b']);
    expect(input.likes.map(({ to }) => to)).toEqual(['b', 'c']);
    expect(input.dislikes.map(({ from, to }) => from + to)).toEqual(['ag', 'ah', 'ba']);
    expect(input.unanswered.map(({ from, to }) => from + to)).toEqual([
      ...['ae', 'af', 'bc', 'bd', 'be', 'bf', 'bg', 'bh'],
    ]);
    expect(() => nominationsFromRatings(answers, { likeFrom: 2, dislikeTo: 2 })).toThrow(RangeError);
  });

  test('after Asher & Dodge take likes as named and the lowest rating as a dislike', () => {
    const input = asherDodgeNominations(answers, [
      { from: 'a', to: 'd' },
      { from: 'a', to: 'e' },
      { from: 'a', to: 'g' },
    ]);
    expect(input.likes.map(({ to }) => to)).toEqual(['d', 'e']);
    expect(input.dislikes.map(({ from, to }) => from + to)).toEqual(['ah', 'ba']);
    expect(input.dropped.both).toBe(1);
    expect(input.unanswered.map(({ from, to }) => from + to)).not.toContain('ae');
  });

  test('are refused off the scale, twice with different values, or on no scale', () => {
    const made = (extra: Rating, on = scale) =>
      investigationRatings(research, { roster, ratings: [...row('a', '3311222'), extra], scale: on });
    for (const value of [0, 4, 1.5, NaN])
      expect(() => made({ from: 'b', to: 'a', value })).toThrow('not a whole number from 1 to 3');
    expect(() => made({ from: 'a', to: 'b', value: 1 })).toThrow('rated twice');
    expect(() => made({ from: 'b', to: 'a', value: 1 }, { lowest: 1, highest: 1 })).toThrow('scale');
    expect(() => made({ from: 'b', to: 'a', value: 1 }, { lowest: 0.5, highest: 3 })).toThrow('scale');
  });

  test('leave out and count what is no rating of a classmate', () => {
    const { dropped, ratings } = investigationRatings(research, {
      roster,
      scale,
      ratings: [
        ...row('a', '3'),
        ...row('a', '3'),
        { from: 'a', to: 'a', value: 1 },
        { from: 'a', to: 'stranger', value: 1 },
        { from: 'stranger', to: 'a', value: 1 },
      ],
    });
    expect(ratings).toEqual(row('a', '3'));
    expect(dropped).toEqual({ outsideRoster: 2, self: 1, duplicate: 1 });
  });
});
