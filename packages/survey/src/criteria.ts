import type { StaffTexts } from './language.ts';
import type { Questionnaire } from './questionnaire.ts';

type CriterionShape = {
  readonly id: string;
  readonly title: StaffTexts;
  /** Follows "chosen by 0 of 23": «valgt av 0 av 23 i friminutt». */
  readonly phrase: StaffTexts;
};

/**
 * The criteria of routine sociograms. All are positive: forskrift til opplæringslova § 20-5 allows no named negative
 * question in a survey that prevents.
 */
export const criteria = [
  {
    id: 'recess',
    title: { nb: 'Friminutt', nn: 'Friminutt', en: 'Recess' },
    phrase: { nb: 'i friminutt', nn: 'i friminutt', en: 'for recess' },
  },
  {
    id: 'work',
    title: { nb: 'Samarbeid', nn: 'Samarbeid', en: 'Working together' },
    phrase: { nb: 'til samarbeid', nn: 'til samarbeid', en: 'for working together' },
  },
  {
    id: 'sit-beside',
    title: { nb: 'Sitte ved siden av', nn: 'Sitje ved sida av', en: 'Sitting beside' },
    phrase: { nb: 'til å sitte ved siden av', nn: 'til å sitje ved sida av', en: 'to sit beside' },
  },
] as const satisfies readonly CriterionShape[];

export type CriterionId = (typeof criteria)[number]['id'];
export type Criterion = CriterionShape & { readonly id: CriterionId };

const criterionById: ReadonlyMap<string, Criterion> = new Map(
  criteria.map((criterion) => [criterion.id, criterion]),
);

/** The criterion with this id, or undefined. */
export function findCriterion(id: string): Criterion | undefined {
  return criterionById.get(id);
}

/** What staff call a criterion of a questionnaire, also one that the school has written; undefined when it is not asked there. */
export function criterionIn(
  questionnaire: Pick<Questionnaire, 'items'>,
  criterionId: string,
): CriterionShape | undefined {
  const item = questionnaire.items.find(
    (one) => one.type === 'nomination' && one.criterionId === criterionId,
  );
  if (item?.type !== 'nomination') return undefined;
  return item.criterion === undefined ? findCriterion(criterionId) : { id: criterionId, ...item.criterion };
}
