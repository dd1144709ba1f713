import {
  languages,
  offeredLanguages,
  textIn,
  type Direction,
  type LanguageCode,
  type Texts,
  type Translation,
} from '@samhold/survey/language';
import { fillIn, type Wording } from './fill-in.ts';
// Comes along with the page: it is what a tablet begins with, and what stands beside a draft.
import nb from './texts/nb.json';
import { untilItComes } from './until-it-comes.ts';

export type TextKey = keyof typeof nb;
/** The words of the pupil pages in one language. */
export type PupilWords = Readonly<Record<TextKey, Wording>>;

/** All that a pupil reads in one language. */
export type PupilTexts = {
  readonly words: PupilWords;
  readonly questions: Translation;
  /** The bokmål words that stand beside a draft; null beside what a speaker has checked. */
  readonly beside: PupilWords | null;
};

export type PupilLanguage = {
  readonly code: LanguageCode;
  /** The language's own name, as the picker shows it. */
  readonly endonym: string;
  readonly direction: Direction;
  readonly load: () => Promise<PupilTexts>;
};

/** Every language the pupil pages know; which of them a pupil is offered is the school's choice. */
export const pupilLanguages: readonly PupilLanguage[] = languages.map(
  ({ code, endonym, direction, state }) => ({
    code,
    endonym,
    direction,
    load: async () => {
      const { words, questions } =
        code === 'nb'
          ? { words: nb, questions: {} }
          : await untilItComes(async () => (await import('./load-language.ts')).loadLanguage(code));
      return { words, questions, beside: state === 'draft' ? nb : null };
    },
  }),
);

/** The language with this code, else bokmål. */
export function pupilLanguage(code: string): PupilLanguage {
  const found = pupilLanguages.find((language) => language.code === code) ?? pupilLanguages[0];
  if (found === undefined) throw new Error('The pupil pages have no language');
  return found;
}

/**
 * What the picker shows. Until the school is known it is the checked languages; then also the drafts the school has
 * switched on. The language in use is always among them.
 */
export const shownLanguages = (
  bySchool: readonly string[] | undefined,
  inUse: LanguageCode,
): readonly PupilLanguage[] => {
  const offered = offeredLanguages(bySchool ?? []);
  return pupilLanguages.filter(({ code }) => code === inUse || offered.includes(code));
};

/** The bokmål words that stand beside those of a draft, or null. */
export function wordsBeside(
  texts: PupilTexts | null,
  key: TextKey,
  values: Readonly<Record<string, string | number>> = {},
): string | null {
  return texts?.beside ? fillIn(texts.beside[key], values, 'nb') : null;
}

/** A text of the questionnaire in `language`, and the bokmål one to stand beside it when the language is a draft. */
export function questionText(texts: Texts, language: LanguageCode, loaded: PupilTexts | null) {
  const shown = textIn(texts, language, loaded?.questions);
  return { ...shown, beside: loaded?.beside && shown.language !== 'nb' ? (texts.nb ?? null) : null };
}
