import type { LanguageCode } from '@samhold/survey/language';

const names = new Intl.DisplayNames('nb', { type: 'language' });

/** What the language is called in Norwegian: «arabisk». */
export const languageName = (code: LanguageCode): string => names.of(code) ?? code;
