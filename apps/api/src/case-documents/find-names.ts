import { folded, nameWords, oneLetterApart, withoutGenitive } from './name-tokens.ts';

/** Why a place in a text must be looked at before somebody outside the school reads it. */
export type MentionKind = 'name' | 'like_a_name' | 'capital' | 'initials';

export type Mention = {
  /** From which character, and up to which: in UTF-16 units, as the text's own slice counts. */
  readonly from: number;
  readonly to: number;
  readonly kind: MentionKind;
};

export type KnownNames = {
  /** Of every other child who may be written about: given and family names. */
  readonly others: readonly string[];
  /** May stand: the child's own, and those of staff. What also is another child's is looked at all the same. */
  readonly mayStand: readonly string[];
  /**
   * May stand where they stand whole, also when a word of them is another child's: full names of staff. One that is
   * another child's full name may not.
   */
  readonly mayStandWhole?: readonly string[];
};

export type NameFinder = (text: string) => readonly Mention[];

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’‐‑-][\p{L}\p{M}\p{N}]+)*['’]?/gu;
const INITIALS = /(?<![\p{L}\p{N}])\p{Lu}\.(?:\s?\p{Lu}\.)*/gu;
const BEGINS_A_SENTENCE = /(?:^|[.!?:;…\n•–—]\s*|[«"“(]\s*)$/u;

/** A name with something put to it: «Emmagjengen», and a name with a letter wrong: «Matlide». */
const LEAST_FOR_LIKENESS = 5;
const LEAST_FOR_COMPOUND = 4;

const looksLike = (word: string, names: ReadonlySet<string>): boolean => {
  for (const name of names) {
    if (word[0] !== name[0]) continue;
    if (name.length >= LEAST_FOR_COMPOUND && word.length > name.length + 2 && word.startsWith(name))
      return true;
    if (name.length >= LEAST_FOR_LIKENESS && withoutGenitive(word).some((one) => oneLetterApart(one, name)))
      return true;
  }
  return false;
};

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
/** «FAU», «PPT»: short words in capitals are names of bodies, not of children. */
const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,5}$/u.test(word);

const kindOf = (
  word: string,
  before: string,
  others: ReadonlySet<string>,
  mayStand: ReadonlySet<string>,
): MentionKind | null => {
  const forms = withoutGenitive(folded(word));
  const parts = [...forms, ...forms.flatMap((form) => form.split(/[-‐‑]/u))];
  if (parts.some((part) => others.has(part))) return 'name';
  if (parts.some((part) => mayStand.has(part))) return null;
  if (looksLike(folded(word), others)) return 'like_a_name';
  if (!isCapital(word) || isAbbreviation(word) || BEGINS_A_SENTENCE.test(before)) return null;
  return 'capital';
};

/** Mentions with nothing but space between them are one: a given and a family name. */
const joined = (text: string, mentions: readonly Mention[]): readonly Mention[] => {
  const result: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (before === undefined || !/^\s?$/u.test(text.slice(before.to, mention.from))) result.push(mention);
    else result[result.length - 1] = { ...before, to: Math.max(before.to, mention.to) };
  }
  return result;
};

type Place = Pick<Mention, 'from' | 'to'>;

/** Where names of more than one word stand in a text, as they are written and not as parts of longer words. */
const placesOf = (text: string, names: readonly string[]): readonly Place[] =>
  names.flatMap((name) => {
    if (!name.includes(' ')) return [];
    const places: Place[] = [];
    for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + 1)) {
      const to = from + name.length;
      const goesOn =
        /[\p{L}\p{M}‐‑-]$/u.test(text.slice(0, from)) || /^[\p{L}\p{M}‐‑-]/u.test(text.slice(to));
      if (!goesOn) places.push({ from, to });
    }
    return places;
  });

/**
 * Finds the places in a text that may name another child, to be looked at by a person: any word of a known name, also in the genitive, in a compound,
 * in other cases of letters and without accents; words one letter from such a name; other words with a capital within a sentence; and initials. It finds
 * too much on purpose, and decides nothing. What it cannot find is a child described without a name.
 */
export const nameFinder = ({ others, mayStand, mayStandWhole = [] }: KnownNames): NameFinder => {
  const known = new Set(others.flatMap(nameWords));
  const allowed = new Set(mayStand.flatMap(nameWords));
  const fullNames = new Set(others.map(folded));
  const whole = mayStandWhole.filter((name) => !fullNames.has(folded(name)));
  return (text) => {
    const standing = placesOf(text, whole);
    const initials = [...text.matchAll(INITIALS)].map((match): Mention => ({
      from: match.index,
      to: match.index + match[0].length,
      kind: 'initials',
    }));
    const words = [...text.matchAll(WORD)].flatMap((match): readonly Mention[] => {
      const [word] = match;
      if (standing.some(({ from, to }) => match.index >= from && match.index + word.length <= to)) return [];
      if (initials.some(({ from, to }) => match.index >= from && match.index < to)) return [];
      const kind = kindOf(word, text.slice(Math.max(0, match.index - 3), match.index), known, allowed);
      return kind === null ? [] : [{ from: match.index, to: match.index + word.length, kind }];
    });
    return joined(text, [...words, ...initials]);
  };
};
