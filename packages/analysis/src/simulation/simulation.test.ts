import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ringClass, simulatedClass } from '../signals/simulated-class.fixture.ts';
import { FITTED_MODEL } from './class-model.ts';
import { classLikeness, classMoments } from './class-moments.ts';
import { isAlone } from './planted-pupils.ts';
import { randomValues } from './random-values.ts';
import { simulateClass, type ClassSetting } from './simulate-class.ts';
import { pupilName, simulateRounds } from './simulate-rounds.ts';
import { ASSUMED_ANSWERS, companionshipScore } from './simulated-answers.ts';

const setting: ClassSetting = {
  model: FITTED_MODEL,
  answers: ASSUMED_ANSWERS,
  size: 24,
  rounds: 3,
  criteria: ['recess', 'sit-beside', 'work'],
  mostChoices: 5,
  absence: 0.05,
  planted: 1,
};
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('a generated class', () => {
  test('is the same for the same seed and another for another', () => {
    expect(simulateClass(setting, 3)).toEqual(simulateClass(setting, 3));
    expect(simulateClass(setting, 3)).not.toEqual(simulateClass(setting, 4));
  });

  test('keeps to the limit of choices, to who answered, and never has anybody choose oneself', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 8, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, size, most) => {
          const made = simulateClass({ ...setting, size, mostChoices: most }, seed);
          for (const { criteria } of made.rounds) {
            for (const { network } of criteria) {
              const given = Map.groupBy(network.choices, ({ from }) => from);
              for (const [from, own] of given) {
                expect(network.respondents).toContain(from);
                expect(own.length).toBeLessThanOrEqual(most);
                expect(new Set([from, ...own.map(({ to }) => to)]).size).toBe(own.length + 1);
              }
            }
          }
        },
      ),
      { seed: 1, numRuns: 30 },
    );
  });

  test('has the planted alone as their kind says, in every round they are alone', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const made = simulateClass(setting, seed);
      expect(made.planted.map(({ kind }) => kind)).toEqual(['never-chosen', 'one-sided', 'pushed-out']);
      for (const one of made.planted) {
        made.rounds.forEach(({ criteria }, round) => {
          if (!isAlone(one, round)) return;
          const ties = criteria.flatMap(({ network }) => network.choices);
          const own = pupilName(one.pupil);
          const admirers = one.admirers.map(pupilName);
          for (const { from, to } of ties) {
            if (to === own) expect(admirers).toContain(from);
            if (from === own) expect(admirers).not.toContain(to);
          }
        });
      }
    }
  });

  test('chooses those pushed out like anybody in the first round', () => {
    const received = Array.from({ length: 60 }, (_, seed) => {
      const { planted, rounds } = simulateClass(setting, seed);
      const pupil = pupilName(planted.find(({ kind }) => kind === 'pushed-out')!.pupil);
      return rounds[0]!.criteria[0]!.network.choices.filter(({ to }) => to === pupil).length;
    });
    expect(mean(received)).toBeGreaterThan(3);
  });

  test('answers low on having someone to be with as often as assumed', () => {
    const values = randomValues(9);
    const scores = Array.from({ length: 20_000 }, () => companionshipScore(values.normal(), 0.2));
    expect(mean(scores.map((score) => Number(score <= 2)))).toBeCloseTo(0.2, 1);
    expect(new Set(scores)).toEqual(new Set([1, 2, 3, 4, 5]));
  });
});

describe('the figures of comparison', () => {
  test('are as by chance where chance chooses: spread 1, choices returned as often as made', () => {
    const moments = Array.from({ length: 100 }, (_, seed) =>
      classMoments(simulatedClass({ size: 24, given: 4, criteria: ['recess'], seed })[0]!.network),
    );
    expect(mean(moments.map(({ spread }) => spread))).toBeCloseTo(1, 1);
    expect(mean(moments.map(({ reciprocity }) => reciprocity))).toBeCloseTo(4 / 23, 1);
    expect(mean(moments.map(({ unchosen }) => unchosen))).toBeCloseTo((19 / 23) ** 23, 2);
  });

  test('are 0 in a ring for spread and unchosen, and a class is like itself', () => {
    const [{ network }] = ringClass(12, 3, ['recess']) as [ReturnType<typeof ringClass>[number]];
    expect(classMoments(network)).toMatchObject({ spread: 0, unchosen: 0, highest: 1, reciprocity: 0 });
    expect(classLikeness(network, network).jaccard).toBe(1);
  });
});

test('the fitted model lies near the real classes in what it was fitted to', () => {
  // Knecht's class: 26 pupils with 4.5 choices each had spread 1.39, 58 % returned, transitivity .48.
  const given = [[Array.from({ length: 26 }, (_, i) => 2 + (i % 6))]];
  const moments = Array.from({ length: 60 }, (_, seed) =>
    classMoments(simulateRounds(FITTED_MODEL, given, seed)[0]![0]!),
  );
  expect(Math.abs(mean(moments.map(({ spread }) => spread)) - 1.39)).toBeLessThan(0.25);
  expect(Math.abs(mean(moments.map(({ reciprocity }) => reciprocity)) - 0.58)).toBeLessThan(0.12);
  expect(Math.abs(mean(moments.map(({ transitivity }) => transitivity)) - 0.48)).toBeLessThan(0.12);
});
