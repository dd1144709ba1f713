import type { Answer, Item, Questionnaire } from '@samhold/survey';

/** What the tablet shows. `form` is the way through the questions, with its own steps. */
export type Screen =
  | 'loading'
  | 'class-code'
  | 'badge'
  | 'find-myself'
  | 'picture-code'
  | 'resume'
  | 'still-there'
  | 'form'
  | 'unshown'
  | 'sending'
  | 'receipt'
  | 'ended';

/** Where a signed-in pupil is. The steps are the same, and as many, whatever is answered. */
export type Step =
  | { readonly at: 'who-sees' }
  | { readonly at: 'practice' }
  | { readonly at: 'item'; readonly index: number }
  | { readonly at: 'closing' };

/** The items of the round in document order; nomination items only for the criteria that are asked. */
export function askedItems(
  questionnaire: Pick<Questionnaire, 'items'>,
  criteria: readonly string[],
): readonly Item[] {
  return questionnaire.items.filter((item) => item.type === 'choice' || criteria.includes(item.criterionId));
}

/**
 * Where to begin: page one when nothing is stored, else the item after the last stored one. Items skipped on the way
 * are not asked again; the pupil reaches them by going back.
 */
export function firstStep(itemIds: readonly string[], storedItemIds: readonly string[] | null): Step {
  if (storedItemIds === null) return { at: 'who-sees' };
  const last = itemIds.findLastIndex((id) => storedItemIds.includes(id));
  return itemStep(last + 1, itemIds.length);
}

/** The step one forward; the closing is the last. */
export function stepAfter(step: Step, itemCount: number): Step {
  switch (step.at) {
    case 'who-sees':
      return { at: 'practice' };
    case 'practice':
      return itemStep(0, itemCount);
    case 'item':
      return itemStep(step.index + 1, itemCount);
    case 'closing':
      return step;
  }
}

/** The step one back; page one is the first. */
export function stepBefore(step: Step, itemCount: number): Step {
  switch (step.at) {
    case 'who-sees':
    case 'practice':
      return { at: 'who-sees' };
    case 'item':
      return step.index === 0 ? { at: 'practice' } : { at: 'item', index: step.index - 1 };
    case 'closing':
      return itemCount === 0 ? { at: 'practice' } : { at: 'item', index: itemCount - 1 };
  }
}

function itemStep(index: number, itemCount: number): Step {
  return index < itemCount ? { at: 'item', index } : { at: 'closing' };
}

/** Whether two answers say the same; the order of choices does not matter. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.itemId !== b.itemId) return false;
  if (a.type === 'option') return b.type === 'option' && a.optionId === b.optionId;
  if (a.type !== 'choices') return a.type === b.type;
  return (
    b.type === 'choices' &&
    a.pupilIds.length === b.pupilIds.length &&
    a.pupilIds.every((id) => b.pupilIds.includes(id))
  );
}
