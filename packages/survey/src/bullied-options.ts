import type { ChoiceItem, Questionnaire } from './questionnaire.ts';

/**
 * The ids of the options that count as bullied: the threshold option («to eller tre ganger i måneden») and those
 * after it. Empty for an item that does not ask about bullying.
 */
export function bulliedOptionIds(questionnaire: Questionnaire, item: ChoiceItem): readonly string[] {
  if (!item.bullying) return [];
  const ids = (questionnaire.scales[item.scaleId]?.options ?? []).map(({ id }) => id);
  const threshold = ids.indexOf(item.bullying.thresholdOptionId);
  return threshold === -1 ? [] : ids.slice(threshold);
}
