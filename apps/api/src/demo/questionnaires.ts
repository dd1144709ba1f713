import { questionnaireFor, type Item, type Questionnaire } from '@samhold/survey';
import { grades, type DemoItem, type DemoQuestionnaires, type RoundKind } from './generate/demo-school.ts';

const demoItem = (questionnaire: Questionnaire, item: Item): DemoItem => {
  if (item.type === 'nomination') {
    return { itemId: item.id, type: 'nomination', criterionId: item.criterionId, theme: item.theme };
  }
  const bullying = item.bullying !== undefined;
  const scale = questionnaire.scales[item.scaleId]?.options ?? [];
  return {
    itemId: item.id,
    type: 'choice',
    theme: item.theme,
    bullying,
    companionship: item.companionship === true,
    // Frequency steps carry no score; the generator only needs to know that the first is the good end.
    options: scale.map((option, index) => ({
      optionId: option.id,
      score: bullying ? 5 - index : option.score,
    })),
  };
};

const itemsFor = (kind: RoundKind, grade: number): readonly DemoItem[] => {
  const questionnaire = questionnaireFor(kind, grade);
  if (questionnaire === undefined) throw new Error(`No ${kind} questionnaire for grade ${grade}.`);
  return questionnaire.items.map((item) => demoItem(questionnaire, item));
};

const perGrade = (kind: RoundKind): DemoQuestionnaires[RoundKind] =>
  // One entry for each of the seven grades.
  Object.fromEntries(
    grades.map((grade) => [grade, itemsFor(kind, grade)]),
  ) as unknown as DemoQuestionnaires[RoundKind];

/** The published questionnaires in the shape the generator reads. */
export const demoQuestionnaires = (): DemoQuestionnaires => ({
  wellbeing: perGrade('wellbeing'),
  sociogram: perGrade('sociogram'),
});
