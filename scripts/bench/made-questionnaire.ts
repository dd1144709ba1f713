import { findQuestionnaire, type Questionnaire } from '../../packages/survey/src/index.ts';

const published = (id: string): Questionnaire => {
  const found = findQuestionnaire(id, 1);
  if (found === undefined) throw new Error(`Questionnaire ${id} is missing.`);
  return found;
};

/** Choice items and 3 nominations in one document, so that one response holds what two sittings would. */
export const madeQuestionnaire = (choiceItems = 16): Questionnaire => {
  const wellbeing = published('wellbeing-5-7');
  const sociogram = published('sociogram-5-7');
  const choices = wellbeing.items.filter((item) => item.type === 'choice');
  return {
    ...sociogram,
    id: 'bench-made',
    scales: wellbeing.scales,
    items: [
      ...Array.from({ length: choiceItems }, (_, i) => ({
        ...choices[i % choices.length]!,
        id: `made-${i + 1}`,
      })),
      ...sociogram.items,
    ],
  };
};
