import { describe, expect, test } from 'vitest';
import { conditionBit, conditionsIn, ruleLookup, sourceBits } from './rule-lookup.ts';
import { CONDITION_SOURCES, RULES_1 } from './rules.ts';

const STRONG_ALONE = new Set([
  'unchosen-very-unlikely',
  'few-repeated',
  'unchosen-repeated',
  'companionship-low-repeated',
  'gave-none-repeated',
]);

describe('the rule table', () => {
  test('asks for two sources, or one thing repeated, or one very strong', () => {
    for (const { id, needs } of RULES_1.rules) {
      const sources = new Set(needs.flat().map((condition) => CONDITION_SOURCES[condition]));
      const alone = needs.some((group) => group.every((condition) => STRONG_ALONE.has(condition)));
      expect(sources.size >= 2 || alone, id).toBe(true);
    }
  });

  test('has the conditions of one group from one source, so that any of them is as independent of the rest', () => {
    for (const { needs } of RULES_1.rules) {
      for (const group of needs) expect(new Set(group.map((c) => CONDITION_SOURCES[c])).size).toBe(1);
    }
  });

  test('puts rules of the higher level first, each under its own id', () => {
    const levels = RULES_1.rules.map(({ level }) => level);
    expect(levels.lastIndexOf('look-closer-soon')).toBeLessThan(levels.indexOf('look-closer'));
    expect(new Set(RULES_1.rules.map(({ id }) => id)).size).toBe(RULES_1.rules.length);
  });
});

describe('the lookup', () => {
  const { levels, ruleOf } = ruleLookup(RULES_1);

  test('never gives a lower level for more conditions', () => {
    for (let bits = 0; bits < levels.length; bits += 1) {
      for (let more = 1; more < levels.length; more *= 2) {
        expect(levels[bits | more]! >= levels[bits]!).toBe(true);
      }
    }
  });

  test('gives no signal for any one source that is neither repeated nor very strong', () => {
    const strong = [...STRONG_ALONE].flatMap((name) => conditionsIn(~0).filter((c) => c === name));
    const strongBits = strong.reduce((bits, condition) => bits | conditionBit(condition), 0);
    for (const source of ['choices', 'own-answer', 'own-choices'] as const) {
      expect(ruleOf(sourceBits(source) & ~strongBits)).toBeNull();
    }
  });
});
