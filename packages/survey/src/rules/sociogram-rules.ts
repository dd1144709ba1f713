import { criteria, criterionIn } from '../criteria.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { repeated, type Problem } from './problem.ts';

/** Criteria a school may add to those of the product. */
export const mostOwnCriteria = 2;

/**
 * Sociogram: nominations only, each positive (forskrift til opplæringslova § 20-5), each criterion once, at least one
 * in the comparison core.
 */
export function* sociogramRules(doc: Questionnaire): Generator<Problem> {
  for (const item of doc.items) {
    if (item.type !== 'nomination') continue;
    const path = `items.${item.id}`;
    // The type allows nothing else; a document read from storage may.
    if (item.direction !== 'positive') yield { code: 'negative_nomination', path };
    if (!criterionIn(doc, item.criterionId)) yield { code: 'unknown_criterion', path };
    const { maxChoices = 1 } = item;
    if (!Number.isInteger(maxChoices) || maxChoices < 1 || maxChoices > 10)
      yield { code: 'bad_max_choices', path };
  }
  if (doc.kind !== 'sociogram') return;
  const nominations = doc.items.filter((item) => item.type === 'nomination');
  for (const item of doc.items) {
    if (item.type !== 'nomination') yield { code: 'wrong_item_type', path: `items.${item.id}` };
  }
  for (const criterionId of repeated(nominations.map((item) => item.criterionId))) {
    yield { code: 'duplicate_criterion', path: `items.${criterionId}` };
  }
  if (nominations.filter((item) => item.own).length > mostOwnCriteria) {
    yield { code: 'too_many_own', path: 'items' };
  }
  if (doc.items.length < 1 || doc.items.length > criteria.length + mostOwnCriteria) {
    yield { code: 'wrong_item_count', path: 'items' };
  }
  if (!nominations.some((item) => item.comparisonCore)) {
    yield { code: 'not_comparison_core', path: 'items' };
  }
  for (const item of nominations) {
    if (!item.sensitive) yield { code: 'not_sensitive', path: `items.${item.id}` };
  }
}
