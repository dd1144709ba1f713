/**
 * Looks for words of a list: each entry is a whole word or phrase, and one that ends in `*` is the beginning of a word.
 * Answers what stands in the text. A letter of any script is a letter: «før» does not end before its ø.
 */
export function wordFinder(words: readonly string[]): (text: string) => string | undefined {
  const parts = words.map((word) =>
    word.endsWith('*') ? `${word.slice(0, -1)}\\p{L}*` : word.replaceAll(' ', '\\s+'),
  );
  const found = new RegExp(`(?<!\\p{L})(?:${parts.join('|')})(?!\\p{L})`, 'iu');
  return (text) => found.exec(text.normalize('NFC'))?.[0];
}

/** The languages whose words are known here. A text in another language is read by people alone. */
export const readLanguages = ['nb', 'nn', 'en'] as const;
export type ReadLanguage = (typeof readLanguages)[number];
