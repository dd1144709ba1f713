/** Lower case without accents, so that «Zoë» and «zoe» are the same; å, ø and æ stay letters of their own. */
export const folded = (word: string): string =>
  word
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replaceAll('å', '\u0001')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('\u0001', 'å')
    .replaceAll('’', "'");

/** The words of a name that can stand alone in a text: «Anne-Lise» is also «Anne» and «Lise». */
export const nameWords = (name: string): readonly string[] => [
  ...new Set(
    name
      .split(/\s+/u)
      .flatMap((word) => [word, ...word.split(/[-‐‑]/u)])
      .map(folded)
      .filter((word) => word.length > 1),
  ),
];

const genitives = ["'s", '-s', "'", 's'] as const;

/** A word as it is in a text, and without what a genitive may have added. */
export const withoutGenitive = (word: string): readonly string[] => [
  word,
  ...genitives.flatMap((ending) =>
    word.endsWith(ending) && word.length > ending.length + 1 ? [word.slice(0, -ending.length)] : [],
  ),
];

/** Whether two words are one letter apart: one changed, left out, put in, or two that changed places. */
export const oneLetterApart = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
};
