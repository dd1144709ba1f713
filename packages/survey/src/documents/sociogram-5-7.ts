import type { NominationItem, Questionnaire } from '../questionnaire.ts';

const shared = {
  type: 'nomination',
  direction: 'positive',
  theme: 'friends',
  ageRange: { from: 10, to: 13 },
  sensitive: true,
  comparisonCore: true,
} as const;

const items: readonly NominationItem[] = [
  {
    ...shared,
    id: 's57-recess',
    criterionId: 'recess',
    text: {
      nb: 'Hvem liker du å være sammen med i friminuttene?',
      nn: 'Kven likar du å vere saman med i friminutta?',
      en: 'Who do you like to be with at recess?',
    },
    source: 'Handlingsplanen 4.4, vennskap og inkludering. Samholds egen ordlyd.',
  },
  {
    ...shared,
    id: 's57-work',
    criterionId: 'work',
    text: {
      nb: 'Hvem liker du å samarbeide med i timene?',
      nn: 'Kven likar du å samarbeide med i timane?',
      en: 'Who do you like to work with in lessons?',
    },
    source: 'Handlingsplanen 3, samhandling mellom elever. Samholds egen ordlyd.',
  },
  {
    ...shared,
    id: 's57-sit-beside',
    criterionId: 'sit-beside',
    text: {
      nb: 'Hvem vil du gjerne sitte ved siden av i klasserommet?',
      nn: 'Kven vil du gjerne sitje ved sida av i klasserommet?',
      en: 'Who would you like to sit beside in the classroom?',
    },
    source: 'Handlingsplanen 5.1, innspill til hvem man sitter med. Samholds egen ordlyd.',
  },
];

/** Grades 5–7: three positive nominations. */
export const sociogram5To7: Questionnaire = {
  id: 'sociogram-5-7',
  version: 1,
  kind: 'sociogram',
  grades: { from: 5, to: 7 },
  title: {
    nb: 'Hvem liker du å være sammen med? 5.–7. trinn',
    nn: 'Kven likar du å vere saman med? 5.–7. trinn',
    en: 'Who do you like to be with? Grades 5–7',
  },
  scales: {},
  items,
};
