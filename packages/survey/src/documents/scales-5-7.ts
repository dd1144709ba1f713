import type { Scale } from '../questionnaire.ts';

/** Five options; scored 5–1 (high is good) except where a comment says otherwise. */
export const scales5To7 = {
  good: {
    id: 'good',
    options: [
      {
        id: 'very-good',
        score: 5,
        text: { nb: 'Veldig bra', nn: 'Veldig bra', en: 'Very good' },
        symbol: 'sun',
      },
      { id: 'good', score: 4, text: { nb: 'Bra', nn: 'Bra', en: 'Good' }, symbol: 'sun-small-cloud' },
      {
        id: 'middle',
        score: 3,
        text: { nb: 'Midt imellom', nn: 'Midt imellom', en: 'In between' },
        symbol: 'sun-half-cloud',
      },
      {
        id: 'not-so-good',
        score: 2,
        text: { nb: 'Ikke så bra', nn: 'Ikkje så bra', en: 'Not so good' },
        symbol: 'cloud',
      },
      {
        id: 'not-good',
        score: 1,
        text: { nb: 'Ikke bra i det hele tatt', nn: 'Ikkje bra i det heile', en: 'Not good at all' },
        symbol: 'rain-cloud',
      },
    ],
  },
  often: {
    id: 'often',
    options: [
      { id: 'always', score: 5, text: { nb: 'Alltid', nn: 'Alltid', en: 'Always' }, symbol: 'steps-4' },
      { id: 'often', score: 4, text: { nb: 'Ofte', nn: 'Ofte', en: 'Often' }, symbol: 'steps-3' },
      {
        id: 'sometimes',
        score: 3,
        text: { nb: 'Noen ganger', nn: 'Nokre gonger', en: 'Sometimes' },
        symbol: 'steps-2',
      },
      { id: 'seldom', score: 2, text: { nb: 'Sjelden', nn: 'Sjeldan', en: 'Seldom' }, symbol: 'steps-1' },
      { id: 'never', score: 1, text: { nb: 'Aldri', nn: 'Aldri', en: 'Never' }, symbol: 'steps-0' },
    ],
  },
  sure: {
    id: 'sure',
    options: [
      {
        id: 'certainly',
        score: 5,
        text: { nb: 'Ja, helt sikkert', nn: 'Ja, heilt sikkert', en: 'Yes, certainly' },
        symbol: 'steps-4',
      },
      {
        id: 'think-so',
        score: 4,
        text: { nb: 'Ja, jeg tror det', nn: 'Ja, eg trur det', en: 'Yes, I think so' },
        symbol: 'steps-3',
      },
      { id: 'maybe', score: 3, text: { nb: 'Kanskje', nn: 'Kanskje', en: 'Maybe' }, symbol: 'steps-2' },
      {
        id: 'think-not',
        score: 2,
        text: { nb: 'Nei, jeg tror ikke det', nn: 'Nei, eg trur ikkje det', en: 'No, I do not think so' },
        symbol: 'steps-1',
      },
      { id: 'no', score: 1, text: { nb: 'Nei', nn: 'Nei', en: 'No' }, symbol: 'steps-0' },
    ],
  },
  // Unscored: a mean over kinds of bullying would hide a pupil who is bullied in one way every day.
  frequency: {
    id: 'frequency',
    options: [
      { id: 'never', score: null, text: { nb: 'Aldri', nn: 'Aldri', en: 'Never' }, symbol: 'month-0' },
      {
        id: 'once-in-a-while',
        score: null,
        text: { nb: 'En gang iblant', nn: 'Ein gong iblant', en: 'Once in a while' },
        symbol: 'month-1',
      },
      {
        id: 'two-three-a-month',
        score: null,
        text: {
          nb: 'To eller tre ganger i måneden',
          nn: 'To eller tre gonger i månaden',
          en: 'Two or three times a month',
        },
        symbol: 'month-2',
      },
      {
        id: 'weekly',
        score: null,
        text: { nb: 'Omtrent én gang i uka', nn: 'Omtrent éin gong i veka', en: 'About once a week' },
        symbol: 'month-3',
      },
      {
        id: 'several-a-week',
        score: null,
        text: { nb: 'Flere ganger i uka', nn: 'Fleire gonger i veka', en: 'Several times a week' },
        symbol: 'month-4',
      },
    ],
  },
  // Unscored: no answer is better than another.
  likes: {
    id: 'likes',
    options: [
      {
        id: 'together',
        score: null,
        text: { nb: 'Å være sammen med andre', nn: 'Å vere saman med andre', en: 'Being with others' },
        symbol: 'people',
      },
      {
        id: 'learning',
        score: null,
        text: { nb: 'Å lære noe nytt', nn: 'Å lære noko nytt', en: 'Learning something new' },
        symbol: 'book',
      },
      {
        id: 'making',
        score: null,
        text: { nb: 'Å skape og lage noe', nn: 'Å skape og lage noko', en: 'Creating and making things' },
        symbol: 'brush',
      },
      {
        id: 'moving',
        score: null,
        text: { nb: 'Å være i bevegelse', nn: 'Å vere i rørsle', en: 'Being active' },
        symbol: 'ball',
      },
      {
        id: 'other',
        score: null,
        text: { nb: 'Noe annet', nn: 'Noko anna', en: 'Something else' },
        symbol: 'star',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Scale>>;
