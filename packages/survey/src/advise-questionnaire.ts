import type { Item, Questionnaire } from './questionnaire.ts';
import { deniesTwice, joinsQuestions } from './wording/one-idea.ts';
import { wordFinder } from './wording/find-word.ts';
import { limitsFor, longestSentence, longestWord } from './wording/readability.ts';
import { asksOfTreatment, wordForWhatAChildIs } from './wording/what-a-child-is.ts';

/** What is worth looking over in an item, and may stand all the same. */
export const adviceCodes = [
  'long_sentence',
  'long_word',
  'joins_questions',
  'denies_twice',
  'no_question',
  'asks_not_whom',
  'ranks_pupils',
  'treatment_on_ground',
] as const;

export type AdviceCode = (typeof adviceCodes)[number];

/** `found` is the word or the number it is about. */
export type Advice = { readonly code: AdviceCode; readonly itemId: string; readonly found: string };

const ranking = wordFinder([
  ...['best', 'beste', 'flinkest*', 'flinkaste', 'penest*', 'kulest*', 'sterkest*', 'smartest*', 'populær*'],
  ...['snillest*', 'morsomst*', 'rikest*'],
]);
const whom = wordFinder(['hvem', 'kven']);

const adviceOn = (item: Item, grade: number): readonly (readonly [AdviceCode, string | undefined])[] => {
  const text = item.text.nb ?? '';
  const limits = limitsFor(grade);
  const words = longestSentence(text);
  const word = longestWord(text);
  return [
    ['long_sentence', words > limits.words ? String(words) : undefined],
    ['long_word', word.length > limits.letters ? word : undefined],
    ['joins_questions', joinsQuestions(text)],
    ['denies_twice', deniesTwice(text)],
    ['no_question', text.trim().endsWith('?') ? undefined : ''],
    ...(item.type === 'nomination'
      ? ([
          ['asks_not_whom', whom(text) === undefined ? '' : undefined],
          ['ranks_pupils', ranking(text)],
        ] as const)
      : ([
          ['treatment_on_ground', asksOfTreatment(text) ? wordForWhatAChildIs(text, 'nb') : undefined],
        ] as const)),
  ];
};

/**
 * What a careful reader would look over in the bokmål of the items: length for the youngest who may be asked, one idea an
 * item, and what comes near the law. Words alone are looked at, so it finds too much and too little.
 */
export function adviseQuestionnaire(doc: Questionnaire): readonly Advice[] {
  return doc.items.flatMap((item) =>
    adviceOn(item, doc.grades.from).flatMap(([code, found]) =>
      found === undefined ? [] : [{ code, itemId: item.id, found }],
    ),
  );
}
