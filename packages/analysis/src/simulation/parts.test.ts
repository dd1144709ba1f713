import { describe, expect, test } from 'vitest';
import { blend, modelOfClass, nextLife, startLife, type ClassLife } from './class-life.ts';
import { FITTED_MODEL } from './class-model.ts';
import { classMoments } from './class-moments.ts';
import { bestLiked, likings } from './liking.ts';
import { applyPlanted, isAlone, plantPupils } from './planted-pupils.ts';
import { randomValues, type RandomValues } from './random-values.ts';
import { networkOf, pupilName } from './simulate-rounds.ts';
import { companionshipScore } from './simulated-answers.ts';

/** Values that are always the same. */
const always = (value: number): RandomValues => ({
  below: () => 0,
  uniform: () => value,
  normal: () => value,
  normals: (length) => new Float64Array(length).fill(value),
  shuffled: (items) => [...items],
});
const plain = { ...FITTED_MODEL, distance: 0, bond: 0, appeal: 0, sharedFriend: 0, taste: 0 };
const lifeOf = (size: number, more: Partial<ClassLife> = {}): ClassLife => ({
  size,
  interests: new Float64Array(2 * size),
  bond: new Float64Array(size * size),
  leaning: new Float64Array(size * size),
  appeal: new Float64Array(size),
  tastes: [new Float64Array(size * size), new Float64Array(size * size)],
  ...more,
});
const never = -Infinity;

describe('random values', () => {
  const random = randomValues(5);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

  test('are even, or normal with mean 0 and variance 1', () => {
    const even = Array.from({ length: 5_000 }, random.uniform);
    expect(Math.min(...even) >= 0 && Math.max(...even) < 1).toBe(true);
    expect(mean(even)).toBeCloseTo(0.5, 1);
    const normal = [...random.normals(5_000)];
    expect(Math.abs(mean(normal))).toBeLessThan(0.06);
    expect(mean(normal.map((one) => one * one))).toBeGreaterThan(0.9);
    expect(mean(normal.map((one) => one * one))).toBeLessThan(1.1);
    expect(mean(normal.map((one) => Number(Math.abs(one) < 1)))).toBeCloseTo(0.683, 1);
  });

  test('shuffle so that each is as often in each place', () => {
    const seen = [0, 0, 0];
    for (let k = 0; k < 3_000; k += 1) {
      const order = random.shuffled([0, 1, 2]);
      expect(order.toSorted()).toEqual([0, 1, 2]);
      seen[order.indexOf(0)] = (seen[order.indexOf(0)] ?? 0) + 1;
    }
    for (const times of seen) expect(Math.abs(times - 1_000)).toBeLessThan(120);
  });
});

describe('what lies behind the choices', () => {
  test('has a bond that is the same both ways, and as many tastes as criteria', () => {
    const life = startLife(4, 3, randomValues(1));
    for (let i = 0; i < 4; i += 1)
      for (let j = 0; j < 4; j += 1) {
        expect(life.bond[i * 4 + j]).toBe(life.bond[j * 4 + i]);
        expect(life.bond[i * 4 + j] === 0).toBe(i === j);
      }
    expect([life.interests, life.leaning, life.appeal, life.tastes].map(({ length }) => length)).toEqual([
      8, 16, 4, 3,
    ]);
    expect(life.tastes.map(({ length }) => length)).toEqual([16, 16, 16]);
  });

  test('is from round to round so like as the model says', () => {
    expect([...blend(Float64Array.of(1, 2), Float64Array.of(5, -5), 0.6)]).toEqual([
      expect.closeTo(0.6 + 4, 12),
      expect.closeTo(1.2 - 4, 12),
    ]);
    const ones = startLife(3, 1, always(1));
    const next = nextLife(ones, { ...plain, stability: 0.6, appealStability: 0.8 }, always(2));
    expect([next.interests[0], next.bond[1], next.leaning[0], next.tastes[0]?.[0], next.appeal[0]]).toEqual(
      [0.6 + 1.6, 2.2, 2.2, 2.2, 0.8 + 1.2].map((value) => expect.closeTo(value, 12)),
    );
    const { bond, appeal } = modelOfClass({ ...plain, bond: 2, appeal: 3, variety: 0.5 }, always(2));
    expect([bond, appeal]).toEqual([2 * Math.E, 3 * Math.E].map((value) => expect.closeTo(value, 12)));
  });

  test('is liked by leaning, bond, appeal and the criterion’s own taste, and never oneself', () => {
    const life = lifeOf(2, {
      leaning: Float64Array.of(9, 1, 2, 9),
      bond: Float64Array.of(0, 10, 10, 0),
      appeal: Float64Array.of(100, 200),
      tastes: [Float64Array.of(0, 1000, 2000, 0), Float64Array.of(0, 3000, 4000, 0)],
    });
    const model = { ...plain, bond: 2, appeal: 3, taste: 0.5 };
    expect([...likings(life, model, 0)]).toEqual([never, 1 + 20 + 600 + 500, 2 + 20 + 300 + 1000, never]);
    expect([...likings(life, model, 1)]).toEqual([never, 1 + 20 + 600 + 1500, 2 + 20 + 300 + 2000, never]);
  });

  test('is liked less with distance in interests, which makes nobody popular', () => {
    // In a row 0, 3 and 4 apart across and along: distances 5 between the first and the last.
    const life = lifeOf(3, { interests: Float64Array.of(0, 0, 3, 0, 3, 4) });
    const liking = likings(life, { ...plain, distance: 2 }, 0);
    // Columns of −2 · distance: (0, −6, −10), (−6, 0, −8), (−10, −8, 0), each less its mean.
    const [a, b, c] = [16 / 3, 14 / 3, 18 / 3];
    expect([...liking]).toEqual(
      [never, b - 6, c - 10, a - 6, never, c - 8, a - 10, b - 8, never].map((value) =>
        value === never ? never : expect.closeTo(value, 9),
      ),
    );
  });

  test('is liked more for each of the four closest in common', () => {
    // Everybody likes those of low number; six pupils: the four closest of 5 are 0–3, of 0 are 1–4.
    const leaning = Float64Array.from({ length: 36 }, (_, at) => -(at % 6));
    const liking = likings(lifeOf(6, { leaning }), { ...plain, sharedFriend: 10 }, 0);
    expect(liking[5 * 6 + 0]).toBe(0 + 30);
    expect(liking[0 * 6 + 5]).toBe(-5 + 30);
    expect(liking[4 * 6 + 5]).toBe(-5 + 40);
    expect(liking[5 * 6 + 5]).toBe(never);
  });
});

describe('choices', () => {
  const liking = Float64Array.of(never, 3, 5, 4, never, 1, never, 2, never);

  test('are of those liked best, by those who answered', () => {
    expect(bestLiked(liking, 3, 0, 2)).toEqual([2, 1]);
    expect(bestLiked(liking, 3, 0, 1)).toEqual([2]);
    expect(bestLiked(liking, 3, 2, 3)).toEqual([1]);
    expect(networkOf(liking, [2, null, 1])).toEqual({
      roster: ['p01', 'p02', 'p03'],
      respondents: ['p01', 'p03'],
      choices: [
        { from: 'p01', to: 'p03' },
        { from: 'p01', to: 'p02' },
        { from: 'p03', to: 'p02' },
      ],
    });
    expect([pupilName(0), pupilName(99)]).toEqual(['p01', 'p100']);
  });

  test('leave out the planted, but for admirers whom the pupil does not choose', () => {
    const even = () => new Float64Array(9).fill(1);
    const alone = { pupil: 1, kind: 'never-chosen' as const, admirers: [] };
    const table = even();
    applyPlanted(table, 3, [alone], 0, always(0));
    expect([...table]).toEqual([1, never, 1, 1, never, 1, 1, never, 1]);
    const admired = { pupil: 1, kind: 'one-sided' as const, admirers: [2] };
    for (const [value, then] of [
      [0.74, Infinity],
      [0.75, never],
    ] as const) {
      const one = even();
      applyPlanted(one, 3, [admired], 0, always(value));
      expect([...one]).toEqual([1, never, 1, 1, never, never, 1, then, 1]);
    }
    const pushed = { pupil: 0, kind: 'pushed-out' as const, admirers: [] };
    expect([isAlone(pushed, 0), isAlone(pushed, 1), isAlone(alone, 0)]).toEqual([false, true, true]);
    const first = even();
    applyPlanted(first, 3, [pushed], 0, always(0));
    expect([...first]).toEqual([...even()]);
  });

  test('have each kind planted at most once, with its probability', () => {
    expect(plantPupils(5, 0.5, always(0.4))).toEqual([
      { pupil: 0, kind: 'never-chosen', admirers: [] },
      { pupil: 1, kind: 'one-sided', admirers: [3] },
      { pupil: 2, kind: 'pushed-out', admirers: [] },
    ]);
    expect(plantPupils(5, 0.5, always(0.5))).toEqual([]);
    expect(plantPupils(8, 1, { ...always(0), below: (n) => n - 1 })[1]?.admirers).toEqual([3, 4, 5]);
  });
});

test('the score is 2 or 1 for the lowest share, then 3, 4 and 5', () => {
  // An inclination of 0 is in the middle.
  expect([0.51, 1.49, 1.6].map((low) => companionshipScore(0, low))).toEqual([2, 2, 1]);
  expect([0.49, 0.4, 0.2].map((low) => companionshipScore(0, low))).toEqual([3, 4, 4]);
  expect(companionshipScore(0, 0.1)).toBe(5);
  expect([-9, 9].map((inclination) => companionshipScore(inclination, 0.3))).toEqual([1, 5]);
});

test('a class is described by spread, returned and closed choices, and those left out', () => {
  const roster = ['a', 'b', 'c', 'd', 'e'];
  const choices = [
    ['a', 'b'],
    ['b', 'a'],
    ['b', 'c'],
    ['a', 'c'],
    ['d', 'a'],
    ['d', 'e'],
  ].map(([from = '', to = '']) => ({ from, to }));
  const moments = classMoments({ roster, respondents: ['a', 'b', 'c', 'd'], choices });
  // Received: 2, 1, 2, 0, 1 with mean 1.2 and variance 0.56; chance: three give 2 of 4, each 1/4, by 4 peers over 5.
  expect(moments.spread).toBeCloseTo(Math.sqrt(0.56 / ((3 * 0.25 * 4) / 5)), 12);
  // Five choices among those who answered, two of them returned.
  expect(moments.reciprocity).toBeCloseTo(2 / 5, 12);
  // a b c and b a c are closed; d a b and d a c are not.
  expect(moments.transitivity).toBeCloseTo(2 / 4, 12);
  expect([moments.unchosen, moments.withoutMutual]).toEqual([1 / 5, 2 / 5]);
  expect(moments.highest).toBeCloseTo(2 / 1.2, 12);
});
