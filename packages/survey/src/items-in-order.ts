import type { Item, Questionnaire } from './questionnaire.ts';

/** What of a round's settings decides which items are asked. */
export type ItemSettings = { readonly criteria: readonly string[] };

/**
 * The items every pupil of the round sees, in document order: all choice items, and the nomination items whose
 * criterion is asked. The order is the same for all, so that a neighbour's screen number tells nothing.
 */
export function itemsInOrder(questionnaire: Questionnaire, settings: ItemSettings): readonly Item[] {
  return questionnaire.items.filter(
    (item) => item.type === 'choice' || settings.criteria.includes(item.criterionId),
  );
}
