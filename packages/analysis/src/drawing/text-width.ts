/** Shares of the letters' size, in a wide sans-serif font, so that the font at hand is seldom wider. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'|!·’]/u, 0.34],
  [/[ftr()[\] "-]/u, 0.45],
  [/[mwMW@%ÆŒæœ—…]/u, 1],
  [/[سشصض]/u, 0.95],
  [/\p{Mark}/u, 0],
  [/\p{Lu}/u, 0.78],
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u{1f300}-\u{1faff}]/u, 1.1],
];
const other = 0.64;

/** About how many px a line of text takes in letters of this size: no font is at hand, so rather too many than too few. */
export const textWidth = (text: string, size: number): number =>
  size * [...text].reduce((sum, one) => sum + (widths.find(([these]) => these.test(one))?.[1] ?? other), 0);

/** The text cut at its longest with «…», so that it takes at most so many px. */
const fitted = (text: string, widest: number, size: number): string => {
  if (textWidth(text, size) <= widest) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > widest) characters.pop();
  return `${characters.join('')}…`;
};

/** The text broken between words into lines of at most so many px; a word that is wider is cut. */
export const wrapWords = (text: string, widest: number, size: number): readonly string[] =>
  text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= widest) return [...lines.slice(0, -1), longer];
    return [...lines, fitted(word, widest, size)];
  }, []);
