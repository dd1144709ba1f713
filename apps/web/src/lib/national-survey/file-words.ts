import type { SurveyFile, SurveyImport } from '@samhold/contract';
import { counted, listed } from '#lib/format/numbers.ts';
import { yearName } from './figure-words.ts';

export const tableNames = {
  indicators: 'Indikatorer',
  questions: 'Temaer og spørsmål',
  bullying: 'Mobbing',
  participation: 'Deltakelse',
  classes: 'Klassetall',
} as const;

export const stateNames = {
  read: 'Ikke tatt i bruk',
  in_use: 'I bruk',
  put_back: 'Lagt tilbake',
  discarded: 'Lagt bort',
} as const;

/** «2022–23 og 2023–24», or the first and the last of many. */
export const yearsWords = ({ years }: Pick<SurveyFile, 'years'>): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'ingen';
  return years.length > 3
    ? `${yearName(first)} til ${yearName(last)}, ${years.length} skoleår`
    : listed(years.map(yearName));
};

export const gradesWords = ({ grades }: Pick<SurveyFile, 'grades'>): string =>
  grades.length === 0 ? 'ingen' : `${listed(grades.map((grade) => `${grade}.`))} trinn`;

/** What was found in a file and left alone, each with why; nothing for what there was none of. */
export const leftAloneWords = (file: SurveyFile): readonly string[] =>
  [
    { n: file.otherUnits, words: 'gjelder andre skoler, kommuner eller fylker' },
    { n: file.otherGrades, words: 'gjelder andre trinn enn 1.–7., eller alle trinn samlet' },
    { n: file.bySex, words: 'gjelder bare gutter eller bare jenter' },
    { n: file.byOwnership, words: 'gjelder bare skoler med én slags eier' },
    { n: file.sums ?? 0, words: 'er summen av klasser, og er holdt mot dem' },
    { n: file.duplicates, words: 'står der fra før med samme tall' },
  ].flatMap(({ n, words }) => (n === 0 ? [] : [`${counted(n, 'rad', 'rader')} ${words}`]));

/** True while the figures of a file may be taken in use. */
export const mayBeUsed = (one: SurveyImport): boolean =>
  one.state === 'read' && !one.outdated && one.file.faultCount === 0 && one.new + one.changed > 0;

/** True for one page of a download that has more. */
export const isPart = ({ rows, rowsInAll }: SurveyFile): boolean => rowsInAll !== null && rowsInAll > rows;
