import { describe, expect, test } from 'vitest';
import { FITTED_MODEL } from './class-model.ts';
import { classLikeness } from './class-moments.ts';
import { simulateClass, type ClassSetting } from './simulate-class.ts';
import { ASSUMED_ANSWERS } from './simulated-answers.ts';

const network = (...ties: readonly string[]) => ({
  roster: ['a', 'b', 'c'],
  respondents: ['a', 'b', 'c'],
  choices: ties.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
});
const setting: ClassSetting = {
  model: FITTED_MODEL,
  answers: { ...ASSUMED_ANSWERS, skipped: 0, noneOtherwise: 0 },
  size: 24,
  rounds: 2,
  criteria: ['recess'],
  mostChoices: 3,
  absence: 0,
  planted: 0,
};
const made = (more: Partial<ClassSetting>, seed = 1) => simulateClass({ ...setting, ...more }, seed);
type Made = ReturnType<typeof made>;
const choicesIn = ({ rounds }: Made, round = 0) => rounds[round]?.criteria[0]?.network ?? expect.fail();
const counts = (one: Made) => {
  const { respondents, choices } = choicesIn(one);
  return respondents.map((id) => choices.filter(({ from }) => from === id).length);
};

describe('how alike two rounds are', () => {
  test('is the share of choices in both, and the correlation of what each received', () => {
    // Received: 0, 2, 1 and 0, 2, 0.
    expect(classLikeness(network('ab', 'cb', 'ac'), network('ab', 'cb'))).toEqual({
      jaccard: expect.closeTo(2 / 3, 12),
      received: expect.closeTo(2 / Math.sqrt(2 * (8 / 3)), 12),
    });
    expect(classLikeness(network('ab', 'cb'), network('ba', 'bc')).received).toBeCloseTo(-1, 12);
  });

  test('is 0 where all received as many, and is of those in both', () => {
    expect(classLikeness(network('ab', 'bc', 'ca'), network('ab')).received).toBe(0);
    const grown = { ...network('ab', 'cb', 'ac'), roster: ['a', 'b', 'c', 'd'] };
    expect(classLikeness(grown, network('ab', 'cb', 'ac')).received).toBeCloseTo(1, 12);
  });
});

describe('a generated class', () => {
  test('has rounds as alike as the model says', () => {
    const likeness = (stability: number) => {
      const model = { ...FITTED_MODEL, stability, appealStability: stability };
      const one = made({ model });
      return classLikeness(choicesIn(one), choicesIn(one, 1)).jaccard;
    };
    expect(likeness(1)).toBeGreaterThan(0.7);
    expect(likeness(0)).toBeLessThan(0.3);
  });

  test('has pupils who mostly use up the choices they have, and each chooses at least one', () => {
    const given = [1, 2, 3, 4].flatMap((seed) => counts(made({}, seed)));
    expect([Math.min(...given), Math.max(...given)]).toEqual([1, 3]);
    const share = given.filter((count) => count === 3).length / given.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.95);
  });

  test('has about four and a half choices each, and at most twelve, without a limit', () => {
    const given = [1, 2, 3, 4, 5, 6].flatMap((seed) => counts(made({ mostChoices: null }, seed)));
    const mean = given.reduce((sum, count) => sum + count, 0) / given.length;
    expect(Math.abs(mean - 4.5)).toBeLessThan(0.7);
    expect(Math.min(...given)).toBe(1);
    expect(Math.max(...given)).toBeGreaterThan(8);
    expect(Math.max(...given)).toBeLessThanOrEqual(12);
  });

  test('has those answer who are there', () => {
    expect(choicesIn(made({ absence: 0 })).respondents).toHaveLength(24);
    const nobody = made({ absence: 1 });
    expect(choicesIn(nobody)).toMatchObject({ respondents: [], choices: [] });
    expect(nobody.rounds[0]).toMatchObject({ companionship: [], gaveNone: [] });
  });

  test('has those choose nobody of whom it is said, more of them who are alone', () => {
    const answers = { ...setting.answers, noneWhenAlone: 1 };
    const one = made({ answers, planted: 1 });
    const alone = (round: number) =>
      one.planted
        .filter(({ kind }) => round > 0 || kind !== 'pushed-out')
        .map(({ pupil }) => one.pupils[pupil] ?? '')
        .sort();
    expect(one.planted).toHaveLength(3);
    for (const round of [0, 1]) {
      expect(one.rounds[round]?.gaveNone).toEqual(alone(round));
      const chose = new Set(choicesIn(one, round).choices.map(({ from }) => from));
      expect(one.pupils.filter((id) => !chose.has(id))).toEqual(alone(round));
    }
  });

  test('has low answers by how pupils have it: alone, without a mutual choice, or neither', () => {
    const low = { lowWhenAlone: 1, lowWithoutMutual: 0, lowOtherwise: 0 };
    const lowIn = (more: Partial<typeof low>) => {
      const answers = { ...setting.answers, ...low, lowWhenAlone: 0, ...more };
      const one = made({ answers, planted: 1 });
      return {
        one,
        ids: one.rounds[0]?.companionship.flatMap(([id, score]) => (score < 3 ? [id] : [])) ?? [],
      };
    };
    expect(lowIn({}).ids).toEqual([]);
    const { one, ids } = lowIn({ lowWhenAlone: 1 });
    const alone = one.planted.filter(({ kind }) => kind !== 'pushed-out');
    expect(ids).toEqual(alone.map(({ pupil }) => one.pupils[pupil]).sort());
    const { choices } = choicesIn(one);
    const chose = (a: string, b: string) => choices.some(({ from, to }) => from === a && to === b);
    const withMutual = one.pupils.filter((a) => one.pupils.some((b) => chose(a, b) && chose(b, a)));
    expect(lowIn({ lowOtherwise: 1 }).ids).toEqual(withMutual.filter((id) => !ids.includes(id)));
    expect(lowIn({ lowWithoutMutual: 1 }).ids).toEqual(
      one.pupils.filter((id) => !withMutual.includes(id) && !ids.includes(id)),
    );
  });
});
