import type { DemoItem, DemoOption, DemoQuestionnaires, Grade } from './demo-school.ts';

/** Made-up questionnaires in the shape of the real ones, for the tests of the generator. */

const scale = (scores: readonly (number | null)[]): DemoOption[] =>
  scores.map((score, index) => ({ optionId: `o${index + 1}`, score }));

const wellbeing = (count: number, options: readonly DemoOption[]): DemoItem[] =>
  Array.from({ length: count }, (_, index): DemoItem => {
    const item = { itemId: `w${index + 1}`, type: 'choice', theme: `theme-${index % 4}`, options } as const;
    if (index === 1) return { ...item, theme: 'company', companionship: true };
    return index === 2 || index === 3 ? { ...item, theme: 'bullying', bullying: true } : item;
  });

const young = wellbeing(12, scale([1, 3, 5, null]));
const old = wellbeing(16, scale([1, 2, 3, 4, 5, null]));

const sociogram: readonly DemoItem[] = ['recess', 'work', 'sit-beside'].map((criterionId) => ({
  itemId: `n-${criterionId}`,
  type: 'nomination',
  criterionId,
  theme: 'company',
}));

const forGrades = (items: (grade: Grade) => readonly DemoItem[]): DemoQuestionnaires['wellbeing'] => ({
  1: items(1),
  2: items(2),
  3: items(3),
  4: items(4),
  5: items(5),
  6: items(6),
  7: items(7),
});

export const smallQuestionnaires: DemoQuestionnaires = {
  wellbeing: forGrades((grade) => (grade <= 4 ? young : old)),
  sociogram: forGrades(() => sociogram),
};
