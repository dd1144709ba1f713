import { expect, test } from 'vitest';
import { detectSignals } from './detect-signals.ts';
import { pupilIds, simulatedClass } from './simulated-class.fixture.ts';
import { foundAgainstChance } from './signals-by-chance.ts';

/** In classes where chance decides who is chosen, the number said to come by chance must be right on average. */
function meansOverClasses(classes: number): { found: number; expected: number; standardError: number } {
  const differences: number[] = [];
  let [found, expected] = [0, 0];
  for (let seed = 1; seed <= classes; seed += 1) {
    const classOf = (offset: number) =>
      simulatedClass({
        size: 20 + (seed % 9),
        given: 2 + (seed % 3),
        criteria: ['recess', 'sit-beside', 'work'],
        seed: seed * 977 + offset,
        absent: seed % 4,
      });
    const { chance } = detectSignals({
      criteria: classOf(0),
      companionship: pupilIds(20).map((id, i) => [id, i < 6 ? 2 : 4]),
      gaveNone: [],
      history: [{ criteria: classOf(500_000) }],
      seed,
      draws: 200,
    });
    if (chance === null) throw new Error('the class was not computed');
    found += chance.found / classes;
    expected += chance.expected / classes;
    differences.push(chance.found - chance.expected);
  }
  const variance = differences.reduce((sum, d) => sum + d * d, 0) / classes;
  return { found, expected, standardError: Math.sqrt(variance / classes) };
}

test('the mean number found in classes made by chance is the mean number expected by chance', () => {
  const { found, expected, standardError } = meansOverClasses(300);
  expect(expected).toBeGreaterThan(0.3);
  expect(standardError).toBeLessThan(0.1 * expected + 0.02);
  expect(Math.abs(found - expected)).toBeLessThan(3.5 * standardError);
});

test('a pupil whose own answers give the level anyway is not counted as coming from choices', () => {
  const criteria = simulatedClass({ size: 24, given: 3, criteria: ['recess'], seed: 3 });
  const companionship: [string, number][] = [['p05', 1]];
  const { chance } = detectSignals({
    criteria,
    companionship,
    gaveNone: [],
    history: [{ criteria, companionship }],
    seed: 1,
    draws: 500,
  });
  // By choices p05 only rises further when nobody chooses, one draw in 25; earlier few choices repeat likewise.
  expect(chance?.expected).toBeLessThan(0.4);
});

test('as many as found includes the class itself: 30 of 100 draws with two or more, and 31 of 101', () => {
  expect(foundAgainstChance(2, Int32Array.of(50, 20, 20, 10), 100)).toEqual({
    found: 2,
    expected: 0.9,
    atLeastFound: 31 / 101,
  });
});
