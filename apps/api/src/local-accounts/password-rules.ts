import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const SHORTEST = 12;
/** Ten thousand million: what zxcvbn calls very unguessable. */
const FEWEST_GUESSES_LOG10 = 10;
/** What stands first counts; what comes after only makes it harder to guess, and would take long to go through. */
const JUDGED = 64;

/** What a guesser tries first at a Norwegian school, beside what is known of the person and the place. */
const guessedFirst = [
  ...['passord', 'passordet', 'samhold', 'velkommen', 'hemmelig', 'norge', 'norsk', 'bokmål', 'nynorsk'],
  ...['skole', 'skolen', 'barneskole', 'barnehage', 'lærer', 'læreren', 'rektor', 'elev', 'elever', 'klasse'],
  ...['elevmappe', 'feide', 'kommune', 'kommunen', 'trinn', 'trivsel', 'sosiogram', 'kontaktlærer'],
  ...['vinter', 'vår', 'sommer', 'høst', 'vinteren', 'våren', 'sommeren', 'høsten', 'påske', 'jul', 'ferie'],
  ...['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  ...['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober'],
  ...['november', 'desember', 'fotball', 'håndball', 'liverpool', 'brann', 'rosenborg', 'oslo', 'bergen'],
];

export type PasswordFault = 'short' | 'common' | 'guessable' | 'same';

/** Made when it is first asked for: it reads 49,000 passwords. */
const lists = (() => {
  let made: { readonly guesser: ZxcvbnFactory; readonly common: ReadonlySet<string> } | undefined;
  return () =>
    (made ??= {
      guesser: new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
      common: new Set(dictionary['passwords-common']),
    });
})();

/**
 * Why a password is not taken: it is short, it stands in the list of those seen most in what was stolen elsewhere, or it is soon
 * guessed by who knows such lists and the `known` words. No demand for signs of each kind.
 */
export const passwordFault = (password: string, known: readonly string[]): PasswordFault | undefined => {
  const letters = password.normalize('NFKC').toLocaleLowerCase('nb');
  if ([...letters].length < SHORTEST) return 'short';
  const { guesser, common } = lists();
  if (common.has(letters)) return 'common';
  const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const own = words.filter((word) => word.length > 2).map((word) => word.toLocaleLowerCase('nb'));
  const { guessesLog10 } = guesser.check(letters.slice(0, JUDGED), [...own, ...guessedFirst]);
  return guessesLog10 < FEWEST_GUESSES_LOG10 ? 'guessable' : undefined;
};
