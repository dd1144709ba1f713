import type { CriterionChoice, RoundSettings } from '@samhold/contract';
import { findCriterion } from '@samhold/survey';

/** What a sociogram asks for until somebody chooses: two of the product's criteria, and all that the school has written. */
export const firstSettings = (criteria: readonly CriterionChoice[]): RoundSettings => ({
  criteria: criteria
    .map(({ criterionId }) => criterionId)
    .filter((id) => ['recess', 'work'].includes(id) || findCriterion(id) === undefined),
  maxChoices: 3,
});
