import type { NominationItem, Questionnaire } from '../questionnaire.ts';

const shared = {
  type: 'nomination',
  direction: 'positive',
  theme: 'friends',
  ageRange: { from: 6, to: 10 },
  sensitive: true,
  comparisonCore: true,
} as const;

const items: readonly NominationItem[] = [
  {
    ...shared,
    id: 's14-recess',
    criterionId: 'recess',
    text: {
      nb: 'Hvem liker du å være sammen med i friminuttet?',
      nn: 'Kven likar du å vere saman med i friminuttet?',
      en: 'Who do you like to be with at recess?',
    },
    source: 'Handlingsplanen 4.4, vennskap og inkludering. Samholds egen ordlyd.',
  },
  {
    ...shared,
    id: 's14-work',
    criterionId: 'work',
    text: {
      nb: 'Hvem liker du å jobbe sammen med?',
      nn: 'Kven likar du å jobbe saman med?',
      en: 'Who do you like to work with?',
    },
    source: 'Handlingsplanen 3, samhandling mellom elever. Samholds egen ordlyd.',
  },
  {
    ...shared,
    id: 's14-sit-beside',
    criterionId: 'sit-beside',
    text: {
      nb: 'Hvem vil du gjerne sitte ved siden av?',
      nn: 'Kven vil du gjerne sitje ved sida av?',
      en: 'Who would you like to sit beside?',
    },
    source: 'Handlingsplanen 5.1, innspill til hvem man sitter med. Samholds egen ordlyd.',
  },
];

/** Grades 1–4: three positive nominations. */
export const sociogram1To4: Questionnaire = {
  id: 'sociogram-1-4',
  version: 1,
  kind: 'sociogram',
  grades: { from: 1, to: 4 },
  title: {
    nb: 'Hvem liker du å være sammen med? 1.–4. trinn',
    nn: 'Kven likar du å vere saman med? 1.–4. trinn',
    en: 'Who do you like to be with? Grades 1–4',
  },
  scales: {},
  items,
};
