import { criteria, findCriterion } from '../criteria.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { repeated, type Problem } from './problem.ts';

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
    if (!findCriterion(item.criterionId)) yield { code: 'unknown_criterion', path };
  }
  if (doc.kind !== 'sociogram') return;
  const nominations = doc.items.filter((item) => item.type === 'nomination');
  for (const item of doc.items) {
    if (item.type !== 'nomination') yield { code: 'wrong_item_type', path: `items.${item.id}` };
  }
  for (const criterionId of repeated(nominations.map((item) => item.criterionId))) {
    yield { code: 'duplicate_criterion', path: `items.${criterionId}` };
  }
  if (doc.items.length < 1 || doc.items.length > criteria.length) {
    yield { code: 'wrong_item_count', path: 'items' };
  }
  if (!nominations.some((item) => item.comparisonCore)) {
    yield { code: 'not_comparison_core', path: 'items' };
  }
  for (const item of nominations) {
    if (!item.sensitive) yield { code: 'not_sensitive', path: `items.${item.id}` };
  }
}
