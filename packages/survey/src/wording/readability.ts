/** What pupils of the grades are asked to read: the longest of the product's own items, and a little more. */
export const readingLimits = {
  young: { words: 12, letters: 12 },
  older: { words: 16, letters: 15 },
} as const;

export type ReadingLimits = (typeof readingLimits)[keyof typeof readingLimits];

/** The limits for the youngest who may be asked. */
export const limitsFor = (lowestGrade: number): ReadingLimits =>
  lowestGrade <= 4 ? readingLimits.young : readingLimits.older;

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];

/** Words of the longest sentence. */
export const longestSentence = (text: string): number =>
  Math.max(0, ...text.split(/[.?!:;]/u).map((sentence) => wordsOf(sentence).length));

export const longestWord = (text: string): string =>
  wordsOf(text).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
