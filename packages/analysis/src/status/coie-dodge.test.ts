import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coieDodgeStatus, type CoieDodgeOptions } from './coie-dodge.ts';
import { investigationInput } from './investigation-input.ts';
import { research, withReceived } from './nominations.fixture.ts';
import { anyAnswers, anyOptions, exchanged, renamed } from './any-answers.fixture.ts';

const codes = (input: ReturnType<typeof withReceived>, options: CoieDodgeOptions = {}): string[] =>
  coieDodgeStatus(input, options).pupils.map((pupil) => pupil.code);

// Worked by hand: both means are 2 and both population deviations 2, so z are whole numbers.
const liked = [6, 4, 2, 2, 2, 0, 0, 0];
const disliked = [0, 0, 0, 2, 2, 2, 4, 6];

describe('status after Coie & Dodge', () => {
  const raw = { deviation: 'population', scale: 'raw' } as const;

  test('has the standard scores of nominations within the group', () => {
    const { pupils } = coieDodgeStatus(withReceived(liked, disliked), raw);
    const column = (key: 'zLiked' | 'zDisliked' | 'preference' | 'impact'): number[] =>
      pupils.map((pupil) => Math.round(pupil[key] * 1e9) / 1e9 + 0);
    expect(column('zLiked')).toEqual([2, 1, 0, 0, 0, -1, -1, -1]);
    expect(column('zDisliked')).toEqual([-1, -1, -1, 0, 0, 0, 1, 2]);
    expect(column('preference')).toEqual([3, 2, 1, 0, 0, -1, -2, -3]);
    expect(column('impact')).toEqual([1, 0, -1, 0, 0, -1, 0, 1]);
    expect(pupils.map((pupil) => pupil.possible)).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  test('takes its limits strictly: SP of 1 and −1 is average', () => {
    expect(codes(withReceived(liked, disliked), raw)).toEqual([
      ...['popular', 'popular', 'average', 'average', 'average', 'average', 'rejected', 'rejected'],
    ]);
  });

  test('with SP or SI of 1 or −1 and both z on its side is still average', () => {
    // By hand: means 2, deviations 2. The second has z ½ and −½, the next two ½ and ½, the fifth −½ and ½.
    const input = withReceived([6, 3, 3, 3, 1, 0, 0, 0], [0, 1, 3, 3, 3, 0, 0, 6]);
    for (const score of ['share', 'count'] as const) {
      expect(codes(input, { ...raw, score })).toEqual([
        ...['popular', 'average', 'average', 'average', 'average', 'neglected', 'neglected', 'rejected'],
      ]);
    }
  });

  test('calls neglected in 1982 only those with no like, and leaves SP of ½ unclassified', () => {
    // By hand: the fifth has 1 like, z −½ and −1, SP ½ and SI −1½.
    const input = withReceived([6, 3, 3, 3, 1, 0, 0, 0], [0, 1, 3, 3, 0, 3, 0, 6]);
    const fifth = (definition: 1983 | 1982) => codes(input, { ...raw, definition })[4];
    expect([fifth(1983), fifth(1982)]).toEqual(['neglected', 'unclassified']);
  });

  test('re-standardised, has SP 1.60, 1.07, .53 and SI ±1.41, and needs both z below 0 for neglected', () => {
    const options = { deviation: 'population' } as const;
    const { pupils } = coieDodgeStatus(withReceived(liked, disliked), options);
    // SP has variance 28/8, SI 4/8.
    expect(pupils[0]?.preference).toBeCloseTo(3 / Math.sqrt(3.5), 12);
    expect(pupils[2]?.preference).toBeCloseTo(1 / Math.sqrt(3.5), 12);
    expect(pupils[2]?.impact).toBeCloseTo(-Math.SQRT2, 12);
    expect(pupils[5]).toMatchObject({ code: 'average', zDisliked: 0 });
    expect(codes(withReceived(liked, disliked), { ...options, definition: 1982 })).toEqual([
      ...['popular', 'popular', 'unclassified', 'average', 'average', 'neglected', 'rejected', 'rejected'],
    ]);
  });

  test('divides by n − 1 unless told otherwise', () => {
    const { pupils } = coieDodgeStatus(withReceived(liked, disliked));
    expect(pupils[0]?.zLiked).toBeCloseTo(4 / Math.sqrt(32 / 7), 12);
  });

  test('finds controversial and neglected', () => {
    // Each pupil twice, so that there are enough others to give both; z as above.
    const twice = (counts: readonly number[]): number[] => counts.flatMap((count) => [count, count]);
    const input = withReceived(twice([6, 4, 2, 2, 2, 0, 0, 0]), twice([4, 6, 2, 2, 2, 0, 0, 0]));
    const expected = ['controversial', 'controversial', 'average', 'average', 'average'];
    expect(codes(input, raw)).toEqual(twice([0, 1, 2, 3, 4, 5, 6, 7]).map((i) => expected[i] ?? 'neglected'));
  });

  test('gives who meets two rules of 1982 the first, and tells of the other', () => {
    // By hand: zLM −1.90 and zLL 0.11, so SP −2.01 and SI −1.78, with no likes.
    const more = withReceived([3, 3, 3, 3, 3, 3, 3, 3, 0, 0], [0, 2, 0, 2, 1, 0, 2, 0, 1, 1]);
    const last = coieDodgeStatus(more, { definition: 1982, scale: 'raw' }).pupils;
    expect(last.at(8)).toMatchObject({ code: 'rejected', meets: ['rejected', 'neglected'] });
  });

  test('a z of 0 is exactly 0 where floating point would have it below', () => {
    // The shares of 9 sum to a mean 3e-17 above 2/9.
    const trap = [4, 4, 2, 2, 4, 0, 2, 0, 0, 2];
    const { pupils } = coieDodgeStatus(withReceived(trap, trap.toReversed()));
    const atMean = trap.flatMap((count, i) => (count === 2 ? [pupils[i]?.zLiked] : []));
    expect(atMean.length).toBeGreaterThan(0);
    for (const z of atMean) expect(z).toBe(0);
  });

  test('takes shares of those who could name the pupil, where some did not answer', () => {
    const roster = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const input = investigationInput(research, {
      roster,
      respondents: ['a', 'b', 'c'],
      likes: [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'd' },
      ],
      dislikes: [{ from: 'b', to: 'e' }],
      unanswered: [{ from: 'c', to: 'd' }],
    });
    const byId = new Map(coieDodgeStatus(input).pupils.map((pupil) => [pupil.pupilId, pupil]));
    expect(['a', 'b', 'd', 'e'].map((id) => byId.get(id)?.possible)).toEqual([2, 2, 2, 3]);
    expect(byId.get('b')?.zLiked).toBe(byId.get('d')?.zLiked);
    const counted = new Map(
      coieDodgeStatus(input, { score: 'count' }).pupils.map((pupil) => [pupil.pupilId, pupil]),
    );
    // Mean 2/9; Σ(x − mean)² = 2 − 4/9 = 14/9.
    expect(counted.get('b')?.zLiked).toBeCloseTo(7 / 9 / Math.sqrt(14 / 9 / 8), 12);
    // Shares ½, ½: mean 1/9, Σ = ½ − 1/9 = 7/18.
    expect(byId.get('b')?.zLiked).toBeCloseTo(7 / 18 / Math.sqrt(7 / 18 / 8), 12);
  });

  test('gives none to a group under 8, counting those somebody could name', () => {
    const seven = withReceived([3, 2, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 2, 3]);
    expect(coieDodgeStatus(seven)).toEqual({ notComputed: 'small-group', pupils: [] });
    const eight = withReceived([3, 2, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 2, 3, 0]);
    expect(coieDodgeStatus(eight).notComputed).toBeNull();
    const roster = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const alone = investigationInput(research, {
      roster,
      respondents: ['a'],
      likes: [{ from: 'a', to: 'b' }],
      dislikes: [{ from: 'a', to: 'c' }],
    });
    expect(coieDodgeStatus(alone).notComputed).toBe('small-group');
  });

  test('gives none where a score is the same for all', () => {
    const even = [1, 1, 1, 1, 1, 1, 1, 1];
    expect(coieDodgeStatus(withReceived(even, [0, 0, 0, 0, 1, 2, 3, 0])).notComputed).toBe('no-spread');
    expect(coieDodgeStatus(withReceived([0, 0, 0, 0, 1, 2, 3, 0], even)).notComputed).toBe('no-spread');
    // As many likes as dislikes for each: SP is 0 for all, which cannot be re-standardised.
    const same = withReceived([3, 2, 1, 0, 0, 0, 0, 0], [3, 2, 1, 0, 0, 0, 0, 0]);
    expect(coieDodgeStatus(same).notComputed).toBe('no-spread');
    expect(coieDodgeStatus(same, { scale: 'raw' }).notComputed).toBeNull();
  });
});

describe('whatever the answers,', () => {
  const runs = { numRuns: 150, seed: 7 };

  test('new names and another order give the same codes', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, (answers, options) => {
        const first = coieDodgeStatus(investigationInput(research, answers), options);
        const second = coieDodgeStatus(investigationInput(research, renamed(answers)), options);
        expect(second.notComputed).toBe(first.notComputed);
        const byId = new Map(second.pupils.map((pupil) => [pupil.pupilId, pupil]));
        for (const pupil of first.pupils)
          expect(byId.get(`z${99 - Number(pupil.pupilId)}`)?.code).toBe(pupil.code);
      }),
      runs,
    );
  });

  test('likes for dislikes exchange popular and rejected and leave the rest of 1983', () => {
    fc.assert(
      fc.property(anyAnswers, anyOptions, (answers, options) => {
        const definition = { ...options, definition: 1983 } as const;
        const first = coieDodgeStatus(investigationInput(research, answers), definition);
        const second = coieDodgeStatus(investigationInput(research, exchanged(answers)), definition);
        const swap: Readonly<Record<string, string>> = { popular: 'rejected', rejected: 'popular' };
        expect(second.pupils.map((pupil) => pupil.code)).toEqual(
          first.pupils.map((pupil) => swap[pupil.code] ?? pupil.code),
        );
      }),
      runs,
    );
  });

  test('re-standardised SP and SI have mean 0 and deviation 1', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { pupils } = coieDodgeStatus(investigationInput(research, answers));
        if (pupils.length === 0) return;
        for (const key of ['zLiked', 'zDisliked', 'preference', 'impact'] as const) {
          expect(pupils.reduce((sum, pupil) => sum + pupil[key], 0)).toBeCloseTo(0, 9);
          expect(pupils.reduce((sum, pupil) => sum + pupil[key] ** 2, 0)).toBeCloseTo(pupils.length - 1, 8);
        }
      }),
      runs,
    );
  });

  test('in a group where all answered about all, shares and counts are the same', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const full = investigationInput(research, {
          ...answers,
          respondents: answers.roster,
          unanswered: [],
        });
        expect(coieDodgeStatus(full, { score: 'count' }).pupils.map((pupil) => pupil.code)).toEqual(
          coieDodgeStatus(full).pupils.map((pupil) => pupil.code),
        );
      }),
      runs,
    );
  });
});
