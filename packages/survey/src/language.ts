/** The languages that every questionnaire must be complete in before it is used. */
export const requiredLanguages = ['nb', 'nn', 'en'] as const;

/** A language the product itself is written in. */
export type Language = (typeof requiredLanguages)[number];

/**
 * The languages a pupil may meet. The endonym is what the language picker shows; the direction is that of the
 * script. Whether a questionnaire is complete in one is computed (`completeLanguages`), never noted here.
 */
export const languages = [
  { code: 'nb', endonym: 'Norsk bokmål', direction: 'ltr' },
  { code: 'nn', endonym: 'Norsk nynorsk', direction: 'ltr' },
  { code: 'en', endonym: 'English', direction: 'ltr' },
  { code: 'so', endonym: 'Soomaali', direction: 'ltr' },
  { code: 'ur', endonym: 'اردو', direction: 'rtl' },
  { code: 'ar', endonym: 'العربية', direction: 'rtl' },
  { code: 'pl', endonym: 'Polski', direction: 'ltr' },
  { code: 'tr', endonym: 'Türkçe', direction: 'ltr' },
  { code: 'ta', endonym: 'தமிழ்', direction: 'ltr' },
  { code: 'vi', endonym: 'Tiếng Việt', direction: 'ltr' },
  { code: 'ti', endonym: 'ትግርኛ', direction: 'ltr' },
  { code: 'uk', endonym: 'Українська', direction: 'ltr' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];
export type Direction = (typeof languages)[number]['direction'];

/** One text in the languages it exists in. */
export type Texts = Readonly<Partial<Record<LanguageCode, string>>>;

/** A text for staff screens: always there in the product's own languages. */
export type StaffTexts = Readonly<Record<Language, string>>;

/** True for a code on the list `languages`. */
export function isLanguageCode(code: string): code is LanguageCode {
  return languages.some((language) => language.code === code);
}

/**
 * The text in `language`, else in bokmål, else the empty string. The language actually used comes along, so that
 * the screen can mark it up (`lang`, `dir`) and have it read by the right voice.
 */
export function textIn(texts: Texts, language: LanguageCode): { language: LanguageCode; text: string } {
  const wanted = texts[language];
  if (wanted !== undefined && wanted.trim() !== '') return { language, text: wanted };
  return { language: 'nb', text: texts.nb ?? '' };
}
