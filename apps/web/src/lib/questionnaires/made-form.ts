import type { PupilForm } from '@samhold/contract';
import type { LanguageCode, Questionnaire } from '@samhold/survey';
import type { PupilJourney } from '#lib/pupil/pupil-journey.svelte.ts';

const names = ['Ada', 'Bo', 'Cem', 'Dina', 'Eirik', 'Fatima', 'Gro', 'Hamza', 'Ida', 'Jonas', 'Kaja', 'Liam'];
const label = (name: string, at: number) => ({
  pupilId: `00000000-0000-4000-8000-0000000000${String(at + 10)}`,
  label: name,
});
const own = label('Eleven', 89);

type Shown = { readonly languages: readonly LanguageCode[]; readonly aloud: boolean };

/** A form of nobody's: it asks for all there is, of an invented class, and keeps nothing. */
const madeForm = (questionnaire: Questionnaire, { languages, aloud }: Shown): PupilForm => ({
  pupil: own,
  className: '',
  sittingId: own.pupilId,
  closesAt: '9999-12-31T00:00:00.000Z',
  questionnaireId: questionnaire.id,
  questionnaireVersion: questionnaire.version,
  questionnaire,
  settings: {
    criteria: questionnaire.items.flatMap((item) => (item.type === 'nomination' ? [item.criterionId] : [])),
    maxChoices: 5,
  },
  languages: [...languages],
  classmates: names.map(label),
  orderSeed: 1,
  gradeMates: [],
  adults: [],
  response: null,
  upload: { token: '', publicKey: '', nextPart: 1 },
  readAloud: { on: aloud, clipsFirst: false, clips: [] },
});

/** Lets the pupil's own pages show a questionnaire from its first question. */
export const showForm = (journey: PupilJourney, questionnaire: Questionnaire, shown: Shown): void => {
  journey.form = madeForm(questionnaire, shown);
  journey.pupil = { ...own, hasPictureCode: true };
  journey.walk.items = questionnaire.items;
  journey.walk.answers = new Map();
  journey.walk.step = { at: 'item', index: 0 };
  journey.screen = 'form';
};
