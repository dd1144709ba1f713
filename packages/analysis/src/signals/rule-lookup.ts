import { CONDITION_SOURCES } from './rules.ts';
import type { RuleSet, SignalCondition, SignalRule, SignalSource } from './rules.ts';

/** The literal keys of a constant object, which `Object.keys` widens to string. */
const CONDITIONS = Object.keys(CONDITION_SOURCES) as SignalCondition[];

/** A set of conditions as bits of a whole number. */
export type ConditionBits = number;

export const conditionBit = (condition: SignalCondition): ConditionBits => 1 << CONDITIONS.indexOf(condition);

export const conditionsIn = (bits: ConditionBits): SignalCondition[] =>
  CONDITIONS.filter((condition) => (bits & conditionBit(condition)) !== 0);

/** The bits of all conditions from one source. */
export const sourceBits = (source: SignalSource): ConditionBits =>
  CONDITIONS.reduce((bits, c) => (CONDITION_SOURCES[c] === source ? bits | conditionBit(c) : bits), 0);

export type RuleLookup = {
  readonly ruleOf: (bits: ConditionBits) => SignalRule | null;
  /** 0 without a rule, 1 for `look-closer`, 2 for `look-closer-soon`. */
  readonly levelOf: (bits: ConditionBits) => number;
};

const known = new WeakMap<RuleSet, RuleLookup>();

/** The rule table as functions of a set of conditions. Each level is worked out once, so that draws only look up. */
export function ruleLookup(ruleSet: RuleSet): RuleLookup {
  const lookup = known.get(ruleSet) ?? madeLookup(ruleSet);
  known.set(ruleSet, lookup);
  return lookup;
}

function madeLookup(ruleSet: RuleSet): RuleLookup {
  const groups = ruleSet.rules.map((rule) => rule.needs.map(bitsOf));
  const ruleOf = (bits: ConditionBits): SignalRule | null =>
    ruleSet.rules.find((_, i) => groups[i]!.every((group) => (bits & group) !== 0)) ?? null;
  /** One more than the level; 0 where it has not been asked for. */
  const levels = new Uint8Array(1 << CONDITIONS.length);
  const levelOf = (bits: ConditionBits): number => {
    if (levels[bits] === 0) levels[bits] = 1 + levelNumber(ruleOf(bits));
    return levels[bits]! - 1;
  };
  return { ruleOf, levelOf };
}

const bitsOf = (conditions: readonly SignalCondition[]): ConditionBits =>
  conditions.reduce((bits, condition) => bits | conditionBit(condition), 0);

const levelNumber = (rule: SignalRule | null): number =>
  rule === null ? 0 : rule.level === 'look-closer' ? 1 : 2;
