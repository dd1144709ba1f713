import type { Direction, LanguageCode } from '@samhold/survey';
import type nb from './texts/nb.json';

/** The words of the pupil pages in one language. */
export type PupilTexts = Readonly<Record<keyof typeof nb, string>>;
export type TextKey = keyof PupilTexts;

export type PupilLanguage = {
  readonly code: LanguageCode;
  /** The language's own name, as the picker shows it. */
  readonly endonym: string;
  readonly direction: Direction;
  readonly load: () => Promise<PupilTexts>;
};

/** The languages the pupil pages are complete in. One more is one more file of words and one more row. */
export const pupilLanguages: readonly PupilLanguage[] = [
  {
    code: 'nb',
    endonym: 'Norsk bokmål',
    direction: 'ltr',
    load: async () => (await import('./texts/nb.json')).default,
  },
  {
    code: 'nn',
    endonym: 'Norsk nynorsk',
    direction: 'ltr',
    load: async () => (await import('./texts/nn.json')).default,
  },
  {
    code: 'en',
    endonym: 'English',
    direction: 'ltr',
    load: async () => (await import('./texts/en.json')).default,
  },
];

/** The language with this code, else bokmål. */
export function pupilLanguage(code: string): PupilLanguage {
  const found = pupilLanguages.find((language) => language.code === code) ?? pupilLanguages[0];
  if (found === undefined) throw new Error('The pupil pages have no language');
  return found;
}
