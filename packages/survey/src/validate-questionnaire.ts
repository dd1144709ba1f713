import type { Questionnaire } from './questionnaire.ts';
import { documentRules } from './rules/document-rules.ts';
import type { Problem, Rule } from './rules/problem.ts';
import { scaleRules } from './rules/scale-rules.ts';
import { sociogramRules } from './rules/sociogram-rules.ts';
import { textRules } from './rules/text-rules.ts';
import { wellbeingRules } from './rules/wellbeing-rules.ts';
import { wordingRules } from './rules/wording-rules.ts';

const rules: readonly Rule[] = [
  documentRules,
  scaleRules,
  textRules,
  wellbeingRules,
  sociogramRules,
  wordingRules,
];

/**
 * What keeps a questionnaire from being used in a round; empty when nothing does. Checks a document of the right
 * shape: ids and references, scales, texts, the order of items, positive nominations only, the items that signals and
 * trends rest on, and words that the law does not allow. Words can be looked for, meanings cannot: whether an item asks
 * what a child is (trust P3) needs a human reader as well.
 */
export function validateQuestionnaire(doc: Questionnaire): readonly Problem[] {
  return rules.flatMap((rule) => [...rule(doc)]);
}
