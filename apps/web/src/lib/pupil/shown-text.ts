import type { LanguageCode, Texts } from '@samhold/survey';

/** A text of the questionnaire in `language`, else in bokmål, with the language it is in for the mark-up and the voice. */
export function shownText(texts: Texts, language: LanguageCode): { language: LanguageCode; text: string } {
  const wanted = texts[language];
  return wanted ? { language, text: wanted } : { language: 'nb', text: texts.nb ?? '' };
}
