import { counted, decimal, listed } from '#lib/format/numbers.ts';
import { pupilsOf, type Comparison } from './comparisons.ts';
import { hiddenWords } from './figure-words.ts';
import type { Unit } from './survey-sides.ts';

export const placeWords = ({ grades, className }: Pick<Unit, 'grades' | 'className'>): string => {
  if (className !== '') return className;
  const [first, last] = [grades[0] ?? 0, grades.at(-1) ?? 0];
  return first === last ? `${first}. trinn` : `${first}.–${last}. trinn samlet`;
};

const mean = (value: number): string => decimal(value, 2).replace(/^\d$/, '$&,0');
const share = (value: number): string => `${decimal(value)}\u00a0%`;
const pupils = (count: number): string => counted(count, 'elev', 'elever');

export const surveyWords = ({ about, said, className }: Comparison): string => {
  if (said === 'udir') return className === '' ? hiddenWords.udir : 'skjermet';
  if (said === 'few_units') return hiddenWords.few_units;
  return about === 'bullied'
    ? `${share(said.value)} av ${pupils(said.answers)}`
    : `${mean(said.value)} (${counted(said.answers, 'svar', 'svar')})`;
};

const roundWords = ({ about, own }: Comparison): string => {
  if (own === null) return 'ingen runde det skoleåret';
  if (own.said === null) return `skjermet i ${own.round}`;
  return about === 'bullied'
    ? `høyst ${share(own.said.value)} i ${own.round}`
    : `${mean(own.said.value)} i ${own.round}`;
};

/** What own rounds say, or why not, and the signals where those were held against the survey. */
export const besideWords = (one: Comparison): string =>
  one.against === 'signals' && one.atMost !== null
    ? `${roundWords(one)}; tegn om høyst ${pupils(one.atMost)}`
    : roundWords(one);

export const saysWords = {
  more: 'mer i undersøkelsen',
  not_more: 'ikke mer i undersøkelsen',
} as const;

const whyNot = ({ said, className, own }: Comparison): string => {
  if (said === 'udir') return className === '' ? 'skjermet av Udir' : 'skjermet i skolens regneark';
  if (said === 'few_units') return 'ikke vist, fordi det ville røpet et skjermet tall';
  return own === null ? 'ingen egen runde det skoleåret' : `skjermet i ${own.round}`;
};

/** What cannot be compared, each reason with where: «Skjermet i Trivsel, uke 42: 5A og 5B.» */
export const notComparedWords = (comparisons: readonly Comparison[]): readonly string[] =>
  [
    ...Map.groupBy(
      comparisons.filter(({ says }) => says === 'unknown'),
      whyNot,
    ),
  ].map(([why, of]) => `${why.charAt(0).toUpperCase()}${why.slice(1)}: ${listed(of.map(placeWords))}.`);

const bullied = 'svarte at de blir mobbet to til tre ganger i måneden eller oftere';

const moreWords = ({ says, about, said, own, against, atMost }: Comparison): string => {
  if (says !== 'more' || typeof said === 'string') return '';
  const ofRound = own?.said ?? null;
  if (about === 'company')
    return ofRound === null || own === null
      ? ''
      : `Noen å være sammen med: ${mean(said.value)} i undersøkelsen (${said.answers} svar), ${mean(ofRound.value)} i ${own.round} (${ofRound.answers} svar).`;
  const start = `${share(said.value)} av ${pupils(said.answers)}`;
  if (against === 'round' && own !== null && ofRound !== null)
    return `${start} ${bullied}. I ${own.round} kan det høyst være ${share(ofRound.value)} av ${ofRound.answers}.`;
  return `${start}, omtrent ${Math.round(pupilsOf(said))}, ${bullied}. Egne runder har gitt tegn om høyst ${pupils(atMost ?? 0)} det skoleåret, og tegnene kan handle om annet enn mobbing.`;
};

export const caseWords = ({ cases }: Pick<Comparison, 'cases'>): string =>
  cases === null ? 'ikke talt' : `høyst ${counted(cases, 'sak', 'saker')}`;

/** Where the survey says more, in sentences; of those that do not, nothing. */
export const foundWords = (one: Comparison): string => {
  const more = moreWords(one);
  return more === '' || one.cases === null
    ? more
    : `${more} Det er ${caseWords(one)} om skolemiljøet for elever her fra det skoleåret.`;
};
