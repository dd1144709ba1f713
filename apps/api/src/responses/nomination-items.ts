import type { Questionnaire } from '@samhold/survey';

/** The criterion of a nomination item. Throws for any other item: the answer was validated before. */
export const findNomination = (questionnaire: Questionnaire, itemId: string): string => {
  const item = questionnaire.items.find((candidate) => candidate.id === itemId);
  if (item?.type !== 'nomination') throw new Error(`Item ${itemId} takes no nominations.`);
  return item.criterionId;
};
