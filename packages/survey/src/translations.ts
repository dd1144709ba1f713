import type { Language, LanguageCode, Translation } from './language.ts';

/** The languages that the documents themselves are not written in. */
type TranslatedLanguage = Exclude<LanguageCode, Language>;

const files: Readonly<Record<TranslatedLanguage, () => Promise<{ readonly default: Translation }>>> = {
  so: () => import('./translations/so.json', { with: { type: 'json' } }),
  ur: () => import('./translations/ur.json', { with: { type: 'json' } }),
  ar: () => import('./translations/ar.json', { with: { type: 'json' } }),
  pl: () => import('./translations/pl.json', { with: { type: 'json' } }),
  tr: () => import('./translations/tr.json', { with: { type: 'json' } }),
  ta: () => import('./translations/ta.json', { with: { type: 'json' } }),
  vi: () => import('./translations/vi.json', { with: { type: 'json' } }),
  ti: () => import('./translations/ti.json', { with: { type: 'json' } }),
  uk: () => import('./translations/uk.json', { with: { type: 'json' } }),
};

const isTranslated = (language: LanguageCode): language is TranslatedLanguage =>
  Object.hasOwn(files, language);

/**
 * The questionnaires' texts in `language` by their bokmål text, loaded when asked for; none for a language that the
 * documents are written in. A question that is worded anew has no translation until it is translated anew.
 */
export async function loadTranslation(language: LanguageCode): Promise<Translation> {
  return isTranslated(language) ? (await files[language]()).default : {};
}
