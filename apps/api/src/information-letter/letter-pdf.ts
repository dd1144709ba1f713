import { languages, type LanguageCode } from '@samhold/survey';
import { makeDocument } from '../documents/document.ts';
import { letterTexts } from './letter-texts.ts';

export type LetterFacts = {
  readonly school: string;
  readonly owner: string;
  /** As leadership recorded it. */
  readonly law: string;
  /** The last day on which the answers of the year are kept, as yyyy-mm-dd. */
  readonly until: string;
};

/** Constant: what varies stands in the content. */
const body = `
#for part in content.parts [
  #block(width: 100%, below: 1.1em)[
    #align(if content.rtl { right } else { left },
      text(lang: content.lang, dir: if content.rtl { rtl } else { ltr })[#part.text])
    #if part.bokmal != none [
      #block(above: 0.5em, text(size: 9pt, fill: grey)[#part.bokmal])
    ]
  ]
]
`;

const dayIn = (language: LanguageCode, day: string): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));

/** Every blank filled; names of the school and the owner keep their letters in order beside right-to-left ones. */
export const filled = (text: string, language: LanguageCode, facts: LetterFacts): string => {
  const values: Readonly<Record<string, string>> = { ...facts, until: dayIn(language, facts.until) };
  return text.replaceAll(/\{([a-z]+)\}/g, (_, blank: string) => `\u2068${values[blank] ?? ''}\u2069`);
};

/** The letter to guardians; of a draft with the bokmål text under each paragraph. */
export const letterPdf = (language: LanguageCode, facts: LetterFacts, day: string): Buffer => {
  const text = letterTexts[language];
  const of = languages.find(({ code }) => code === language);
  const parts = text.paragraphs.map((paragraph, at) => ({
    text: filled(paragraph, language, facts),
    bokmal: of?.state === 'draft' ? filled(letterTexts.nb.paragraphs[at] ?? '', 'nb', facts) : null,
  }));
  const frame = {
    ...{ title: text.title, subtitle: facts.school, schoolName: facts.school },
    ...{ day, namesPupils: false },
  };
  return makeDocument(frame, body, { parts, lang: language, rtl: of?.direction === 'rtl' });
};
