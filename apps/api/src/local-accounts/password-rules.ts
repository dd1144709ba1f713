const SHORTEST = 12;
const FEWEST_DIFFERENT = 6;

/** What a guesser tries first at a school, beside the name of the account. */
const guessedFirst = ['passord', 'password', 'samhold', 'skole', 'qwerty', 'sommer', 'vinter', 'velkommen'];

export type PasswordFault = 'short' | 'few_letters' | 'guessable' | 'same';

/** Also «Passord-2026» is guessed early: what is left of a password beside the words everyone takes. */
const beside = (password: string, words: readonly string[]): string =>
  words.reduce((left, word) => (word.length < 3 ? left : left.replaceAll(word, '')), password);

/** Why a password is not taken: length is what counts, and that nobody would think of it. No demand for signs of each kind. */
export const passwordFault = (password: string, name: string): PasswordFault | undefined => {
  const letters = password.normalize('NFKC').toLocaleLowerCase('nb');
  if ([...letters].length < SHORTEST) return 'short';
  const different = (text: string): number => new Set(text).size;
  if (different(letters) < FEWEST_DIFFERENT) return 'few_letters';
  const left = beside(letters, [name.toLocaleLowerCase('nb'), ...guessedFirst]);
  const isRow = '01234567890123456789'.includes(left) || 'abcdefghijklmnopqrstuvwxyzæøå'.includes(left);
  if (isRow || different(left.replaceAll(/[^\p{L}]/gu, '')) + different(left) < FEWEST_DIFFERENT)
    return 'guessable';
  return undefined;
};
