import type { Item, Questionnaire } from './questionnaire.ts';

/** An item with what is looked up for each answer; option ids are empty for nominations. */
export type IndexedItem = {
  readonly item: Item;
  readonly scoreByOptionId: ReadonlyMap<string, number | null>;
};

export type QuestionnaireIndex = ReadonlyMap<string, IndexedItem>;

const noOptions: ReadonlyMap<string, number | null> = new Map();
const indices = new WeakMap<Questionnaire, QuestionnaireIndex>();

/** Items by id with their options by id. Built once per questionnaire object, which must not change afterwards. */
export function indexQuestionnaire(questionnaire: Questionnaire): QuestionnaireIndex {
  const cached = indices.get(questionnaire);
  if (cached) return cached;
  const index = new Map<string, IndexedItem>();
  for (const item of questionnaire.items) {
    const options = item.type === 'choice' ? questionnaire.scales[item.scaleId]?.options : undefined;
    const scoreByOptionId = options ? new Map(options.map(({ id, score }) => [id, score])) : noOptions;
    index.set(item.id, { item, scoreByOptionId });
  }
  indices.set(questionnaire, index);
  return index;
}
