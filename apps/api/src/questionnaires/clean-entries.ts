import type { SaveDraft } from '@samhold/contract';
import type { OwnEntry, OwnItem, Texts } from '@samhold/survey';

/** Characters that are not seen could hide a word from the rules. Some scripts write with them; the languages read here do not. */
const unseen = /\p{Cf}/gu;
const readByRules = ['nb', 'nn', 'en'];

const cleanText = (text: string, language: string): string =>
  (readByRules.includes(language) ? text.replaceAll(unseen, '') : text)
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const cleanTexts = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, cleanText(text, language)])
      .filter(([, text]) => text !== ''),
  );

const cleanItem = (own: OwnItem): OwnItem =>
  own.type === 'nomination'
    ? { ...own, text: cleanTexts(own.text), title: cleanText(own.title, 'nb') }
    : { ...own, text: cleanTexts(own.text) };

/** Each text in one line and in one form of its characters, so that what is compared and checked is what is seen. */
export const cleanEntries = (entries: SaveDraft['entries']): readonly OwnEntry[] =>
  entries.map((entry) => ('own' in entry ? { own: cleanItem(entry.own) } : entry));
