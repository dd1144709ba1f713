import type { Scale } from '../questionnaire.ts';

/** Three options, scored 5, 3, 1 (high is good). */
export const scales1To4 = {
  good: {
    id: 'good',
    options: [
      { id: 'good', score: 5, text: { nb: 'Bra', nn: 'Bra', en: 'Good' }, symbol: 'sun' },
      {
        id: 'middle',
        score: 3,
        text: { nb: 'Sånn passe', nn: 'Sånn passe', en: 'In between' },
        symbol: 'sun-half-cloud',
      },
      {
        id: 'not-good',
        score: 1,
        text: { nb: 'Ikke bra', nn: 'Ikkje bra', en: 'Not good' },
        symbol: 'cloud',
      },
    ],
  },
  sometimes: {
    id: 'sometimes',
    options: [
      { id: 'yes', score: 5, text: { nb: 'Ja', nn: 'Ja', en: 'Yes' }, symbol: 'circle-full' },
      {
        id: 'sometimes',
        score: 3,
        text: { nb: 'Noen ganger', nn: 'Nokre gonger', en: 'Sometimes' },
        symbol: 'circle-half',
      },
      { id: 'no', score: 1, text: { nb: 'Nei', nn: 'Nei', en: 'No' }, symbol: 'circle-empty' },
    ],
  },
  safe: {
    id: 'safe',
    options: [
      {
        id: 'safe',
        score: 5,
        text: { nb: 'Ja, trygg', nn: 'Ja, trygg', en: 'Yes, safe' },
        symbol: 'circle-full',
      },
      {
        id: 'bit-safe',
        score: 3,
        text: { nb: 'Litt trygg', nn: 'Litt trygg', en: 'A bit safe' },
        symbol: 'circle-half',
      },
      {
        id: 'not-safe',
        score: 1,
        text: { nb: 'Nei, ikke trygg', nn: 'Nei, ikkje trygg', en: 'No, not safe' },
        symbol: 'circle-empty',
      },
    ],
  },
  unsure: {
    id: 'unsure',
    options: [
      { id: 'yes', score: 5, text: { nb: 'Ja', nn: 'Ja', en: 'Yes' }, symbol: 'circle-full' },
      {
        id: 'unsure',
        score: 3,
        text: { nb: 'Jeg er litt usikker', nn: 'Eg er litt usikker', en: 'I am not quite sure' },
        symbol: 'circle-half',
      },
      { id: 'no', score: 1, text: { nb: 'Nei', nn: 'Nei', en: 'No' }, symbol: 'circle-empty' },
    ],
  },
  fun: {
    id: 'fun',
    options: [
      { id: 'fun', score: 5, text: { nb: 'Gøy', nn: 'Gøy', en: 'Fun' }, symbol: 'thumb-up' },
      {
        id: 'bit-fun',
        score: 3,
        text: { nb: 'Litt gøy', nn: 'Litt gøy', en: 'A bit fun' },
        symbol: 'thumb-level',
      },
      {
        id: 'not-fun',
        score: 1,
        text: { nb: 'Ikke gøy', nn: 'Ikkje gøy', en: 'Not fun' },
        symbol: 'thumb-down',
      },
    ],
  },
  likes: {
    id: 'likes',
    options: [
      { id: 'playing', score: null, text: { nb: 'Å leke', nn: 'Å leike', en: 'Playing' }, symbol: 'ball' },
      {
        id: 'learning',
        score: null,
        text: { nb: 'Å lære noe nytt', nn: 'Å lære noko nytt', en: 'Learning something new' },
        symbol: 'book',
      },
      {
        id: 'making',
        score: null,
        text: { nb: 'Å tegne og lage ting', nn: 'Å teikne og lage ting', en: 'Drawing and making things' },
        symbol: 'brush',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Scale>>;
