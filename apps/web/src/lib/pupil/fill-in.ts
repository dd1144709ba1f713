import { languages, type LanguageCode } from '@samhold/survey/language';

/** A text of the pupil pages: one, or one for each plural category of its language. */
export type Wording = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

type Values = Readonly<Record<string, string | number>>;

const isRightToLeft = (language: LanguageCode): boolean =>
  languages.some(({ code, direction }) => code === language && direction === 'rtl');

function formFor(wording: Wording, n: string | number | undefined, language: LanguageCode): string {
  if (typeof wording === 'string') return wording;
  const category = new Intl.PluralRules(language).select(Number(n));
  return wording[category] ?? wording.other ?? '';
}

/**
 * A wording in `language` with each `{name}` replaced by the value of that name; an unknown name stays as it is. Of
 * a wording with plural forms the one for `values.n` is taken. Between words written from right to left a name keeps
 * its own direction, full stops included.
 */
export function fillIn(wording: Wording, values: Values, language: LanguageCode): string {
  const inserted = (value: string | number): string =>
    typeof value === 'string' && isRightToLeft(language) ? `\u2068${value}\u2069` : String(value);
  return formFor(wording, values['n'], language).replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name];
    return value === undefined ? blank : inserted(value);
  });
}
