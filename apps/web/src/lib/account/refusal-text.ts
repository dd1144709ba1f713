import { clockTime } from '#lib/format/dates.ts';
import { problemText } from '#lib/problem-texts.ts';
import { ProblemError } from '#lib/problem.ts';

const weak: Readonly<Record<string, string>> = {
  short: 'Passordet må ha minst 12 tegn. Tre eller fire ord etter hverandre er lett å huske.',
  common:
    'Dette passordet er et av de vanligste i verden, og det første andre vil prøve. Velg noe som er ditt eget.',
  guessable:
    'Passordet er lett å gjette. Velg tre eller fire ord som ikke har med skolen, året eller navnet ditt å gjøre.',
  same: 'Velg et annet passord enn det du har fra før.',
};

/** The first minute on the clock at which a moment has passed. */
const wholeMinute = (moment: number): string => clockTime(new Date(moment + 59_999).toISOString());

/** What to do about a password or a code that was not taken. */
export const refusalText = (thrown: unknown): string => {
  if (!(thrown instanceof ProblemError)) return problemText(thrown);
  const [detail = ''] = thrown.details;
  if (thrown.code === 'password_weak') return weak[detail] ?? problemText(thrown);
  const openFrom = Date.parse(detail);
  if (thrown.code === 'account_waits' && !Number.isNaN(openFrom))
    return `Det er prøvd mange ganger med dette brukernavnet. Vent til klokken er ${wholeMinute(openFrom)}, og prøv igjen.`;
  return problemText(thrown);
};

/** The same where somebody who is signed in gives password and code once more. */
export const proofRefusalText = (thrown: unknown): string =>
  thrown instanceof ProblemError && thrown.code === 'account_refused'
    ? 'Passordet eller koden stemmer ikke. Ingenting er endret. En kode virker bare én gang. Prøv igjen.'
    : refusalText(thrown);
