import { dateAndTime } from '#lib/format/dates.ts';
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

/** What to do about a password or a code that was not taken. */
export const refusalText = (thrown: unknown): string => {
  if (!(thrown instanceof ProblemError)) return problemText(thrown);
  const [detail = ''] = thrown.details;
  if (thrown.code === 'password_weak') return weak[detail] ?? problemText(thrown);
  if (thrown.code === 'account_waits' && !Number.isNaN(Date.parse(detail)))
    return `Det er prøvd mange ganger. Du kan prøve igjen ${dateAndTime(detail)}.`;
  return problemText(thrown);
};
