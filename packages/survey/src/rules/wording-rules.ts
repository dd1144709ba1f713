import type { Item, Questionnaire } from '../questionnaire.ts';
import { wordsForName } from '../wording/asks-for-name.ts';
import { readLanguages, type ReadLanguage } from '../wording/find-word.ts';
import { negativeWord } from '../wording/negative.ts';
import { asksOfTreatment, wordForWhatAChildIs } from '../wording/what-a-child-is.ts';
import type { Problem, ProblemCode } from './problem.ts';

const refusedWords = (
  item: Item,
  text: string,
  language: ReadLanguage,
): readonly (readonly [ProblemCode, string | undefined])[] => {
  const isOfChoice = item.type === 'choice';
  return [
    isOfChoice
      ? ['asks_for_name', wordsForName(text, language)]
      : ['negative_wording', negativeWord(text, language)],
    [
      'asks_what_a_child_is',
      isOfChoice && asksOfTreatment(text) ? undefined : wordForWhatAChildIs(text, language),
    ],
  ];
};

/**
 * Words the law does not allow: a nomination with a negative word (forskrift til opplæringslova § 20-5), any other item
 * that asks for a name, and an item that asks what a child is (trust P3). Read in bokmål, nynorsk and English.
 */
export function* wordingRules(doc: Questionnaire): Generator<Problem> {
  for (const item of doc.items) {
    for (const language of readLanguages) {
      const text = item.text[language] ?? '';
      for (const [code, found] of refusedWords(item, text, language)) {
        if (found !== undefined) yield { code, path: `items.${item.id}.text`, language, found };
      }
    }
  }
}
