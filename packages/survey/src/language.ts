/** The languages that every questionnaire must be complete in before it is used. */
export const requiredLanguages = ['nb', 'nn', 'en'] as const;

/** A language the product itself is written in. */
export type Language = (typeof requiredLanguages)[number];

/**
 * The languages a pupil may meet. The endonym is what the language picker shows; the direction is that of the
 * script; the state says whether a speaker has checked all texts in the language (docs/languages.md). Whether a
 * questionnaire is complete in one is computed (`completeLanguages`), never noted here.
 */
export const languages = [
  { code: 'nb', endonym: 'Norsk bokmål', direction: 'ltr', state: 'checked' },
  { code: 'nn', endonym: 'Norsk nynorsk', direction: 'ltr', state: 'checked' },
  { code: 'en', endonym: 'English', direction: 'ltr', state: 'checked' },
  { code: 'so', endonym: 'Soomaali', direction: 'ltr', state: 'draft' },
  { code: 'ur', endonym: 'اردو', direction: 'rtl', state: 'draft' },
  { code: 'ar', endonym: 'العربية', direction: 'rtl', state: 'draft' },
  { code: 'pl', endonym: 'Polski', direction: 'ltr', state: 'draft' },
  { code: 'tr', endonym: 'Türkçe', direction: 'ltr', state: 'draft' },
  { code: 'ta', endonym: 'தமிழ்', direction: 'ltr', state: 'draft' },
  { code: 'vi', endonym: 'Tiếng Việt', direction: 'ltr', state: 'draft' },
  { code: 'ti', endonym: 'ትግርኛ', direction: 'ltr', state: 'draft' },
  { code: 'uk', endonym: 'Українська', direction: 'ltr', state: 'draft' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];
export type Direction = (typeof languages)[number]['direction'];
/** `checked`: a speaker has read every text. A `draft` is offered only by a school that has switched it on. */
export type TranslationState = (typeof languages)[number]['state'];

/** One text in the languages it exists in. */
export type Texts = Readonly<Partial<Record<LanguageCode, string>>>;

/** A text for staff screens: always there in the product's own languages. */
export type StaffTexts = Readonly<Record<Language, string>>;

/** True for a code on the list `languages`. */
export function isLanguageCode(code: string): code is LanguageCode {
  return languages.some((language) => language.code === code);
}

/** The languages whose texts no speaker has checked yet, in list order. */
export const draftLanguages: readonly LanguageCode[] = languages
  .filter(({ state }) => state === 'draft')
  .map(({ code }) => code);

/** The languages pupils of a school meet: the checked ones, and of the drafts those it has switched on. */
export function offeredLanguages(switchedOn: readonly string[]): readonly LanguageCode[] {
  return languages
    .filter(({ code, state }) => state === 'checked' || switchedOn.includes(code))
    .map(({ code }) => code);
}

/** Texts of questionnaires in one language, each by the bokmål text it translates. */
export type Translation = Readonly<Record<string, string>>;

/**
 * The text in `language`: as the document has it, else as `translation` has it for the document's bokmål text, else
 * in bokmål, else the empty string. The language actually used comes along, so that the screen can mark it up
 * (`lang`, `dir`) and have it read by the right voice.
 */
export function textIn(
  texts: Texts,
  language: LanguageCode,
  translation: Translation = {},
): { language: LanguageCode; text: string } {
  const bokmal = texts.nb ?? '';
  const translated = Object.hasOwn(translation, bokmal) ? translation[bokmal] : undefined;
  const wanted = [texts[language], translated].find((text) => text !== undefined && text.trim() !== '');
  return wanted === undefined ? { language: 'nb', text: bokmal } : { language, text: wanted };
}
