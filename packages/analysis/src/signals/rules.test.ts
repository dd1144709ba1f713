import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionBit, conditionsIn, ruleLookup, sourceBits } from './rule-lookup.ts';
import { CONDITION_SOURCES, OWN_ANSWERS_1, RULES_2 } from './rules.ts';

const STRONG_ALONE = new Set([
  'unchosen-very-unlikely',
  'unchosen-repeated',
  'no-mutual-over-rounds',
  'no-mutual-very-unlikely',
  'low-on-end',
  'safety-lowest-repeated',
  'companionship-low-repeated',
  'gave-none-repeated',
]);

describe('the rule table', () => {
  test('asks for two sources, or one thing repeated, or one very strong', () => {
    for (const { id, needs } of RULES_2.rules) {
      const sources = new Set(needs.flat().map((condition) => CONDITION_SOURCES[condition]));
      const alone = needs.some((group) => group.every((condition) => STRONG_ALONE.has(condition)));
      expect(sources.size >= 2 || alone, id).toBe(true);
    }
  });

  test('has the conditions of one group from one source, so that any of them is as independent of the rest', () => {
    for (const { needs } of RULES_2.rules) {
      for (const group of needs) expect(new Set(group.map((c) => CONDITION_SOURCES[c])).size).toBe(1);
    }
  });

  test('puts rules of the higher level first, each under its own id', () => {
    const levels = RULES_2.rules.map(({ level }) => level);
    expect(levels.lastIndexOf('look-closer-soon')).toBeLessThan(levels.indexOf('look-closer'));
    expect(new Set(RULES_2.rules.map(({ id }) => id)).size).toBe(RULES_2.rules.length);
  });
});

test('a wellbeing round is followed up on what pupils answered alone, and a word said once comes before the repeated', () => {
  const sources = OWN_ANSWERS_1.rules.flatMap(({ needs }) => needs.flat().map((c) => CONDITION_SOURCES[c]));
  expect(new Set(sources)).toEqual(new Set(['own-answer']));
  expect(OWN_ANSWERS_1.rules.map(({ level }) => level)).toEqual([
    'look-closer-soon',
    'look-closer',
    'look-closer',
  ]);
});

describe('the lookup', () => {
  const { levelOf, ruleOf } = ruleLookup(RULES_2);
  const conditions = conditionsIn(~0);

  test('never gives a lower level for more conditions', () => {
    fc.assert(
      fc.property(fc.subarray(conditions), fc.constantFrom(...conditions), (some, more) => {
        const bits = some.reduce((sum, condition) => sum | conditionBit(condition), 0);
        expect(levelOf(bits | conditionBit(more))).toBeGreaterThanOrEqual(levelOf(bits));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('answers the same when asked again', () => {
    const bits = conditionBit('unchosen-repeated');
    expect([levelOf(bits), levelOf(bits), levelOf(0)]).toEqual([1, 1, 0]);
    expect(ruleLookup(RULES_2)).toBe(ruleLookup(RULES_2));
  });

  test('gives no signal for any one source that is neither repeated nor very strong', () => {
    const strong = [...STRONG_ALONE].flatMap((name) => conditionsIn(~0).filter((c) => c === name));
    const strongBits = strong.reduce((bits, condition) => bits | conditionBit(condition), 0);
    for (const source of ['choices', 'own-answer', 'own-choices'] as const) {
      expect(ruleOf(sourceBits(source) & ~strongBits)).toBeNull();
    }
  });
});
