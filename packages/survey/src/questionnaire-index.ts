import type {
  InvestigationItem,
  InvestigationQuestionnaire,
} from './investigation/investigation-questions.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/** What pupils can be asked: a routine questionnaire, or that of an investigation. */
export type AskedQuestionnaire = Questionnaire | InvestigationQuestionnaire;

/** An item with what is looked up for each answer; option ids are empty for nominations. */
export type IndexedItem = {
  readonly item: Item | InvestigationItem;
  readonly scoreByOptionId: ReadonlyMap<string, number | null>;
};

export type QuestionnaireIndex = ReadonlyMap<string, IndexedItem>;

const noOptions: ReadonlyMap<string, number | null> = new Map();
const indices = new WeakMap<AskedQuestionnaire, QuestionnaireIndex>();

/** Items by id with their options by id. Built once per questionnaire object, which must not change afterwards. */
export function indexQuestionnaire(questionnaire: AskedQuestionnaire): QuestionnaireIndex {
  const cached = indices.get(questionnaire);
  if (cached) return cached;
  const index = new Map<string, IndexedItem>();
  for (const item of questionnaire.items) {
    const scales: Questionnaire['scales'] = questionnaire.scales;
    const options = item.type === 'choice' ? scales[item.scaleId]?.options : undefined;
    const scoreByOptionId = options ? new Map(options.map(({ id, score }) => [id, score])) : noOptions;
    index.set(item.id, { item, scoreByOptionId });
  }
  indices.set(questionnaire, index);
  return index;
}
