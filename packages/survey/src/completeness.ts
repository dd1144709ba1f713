import { languages, type LanguageCode, type Texts } from './language.ts';
import type { Questionnaire } from './questionnaire.ts';
import { textsOf } from './texts-of.ts';

/** True when the text is absent in the language or holds nothing but white space. */
export function lacks(texts: Texts, language: LanguageCode): boolean {
  return (texts[language] ?? '').trim() === '';
}

/** The paths of the texts that the questionnaire lacks in `language`, in document order; empty when complete. */
export function missingTexts(doc: Questionnaire, language: LanguageCode): readonly string[] {
  return [...textsOf(doc)].filter(({ texts }) => lacks(texts, language)).map(({ path }) => path);
}

/** The languages a pupil can be offered for this questionnaire: those with no text missing, in list order. */
export function completeLanguages(doc: Questionnaire): readonly LanguageCode[] {
  return languages.map(({ code }) => code).filter((code) => missingTexts(doc, code).length === 0);
}
