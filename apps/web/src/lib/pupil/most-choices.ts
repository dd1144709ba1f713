import type { PupilForm } from '@samhold/contract';
import type { Item } from '@samhold/survey';

/** How many may be chosen: what the round allows, or fewer where the question itself says so. */
export const mostChoices = (form: Pick<PupilForm, 'settings'> | null, item: Item): number => {
  const most = form?.settings.maxChoices ?? 1;
  return item.type === 'nomination' ? Math.min(most, item.maxChoices ?? most) : most;
};
