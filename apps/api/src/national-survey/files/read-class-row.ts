import { isFault, type Fault, type Figure } from './figure.ts';
import { count, hiddenSign, readMeasure, share, type Measures } from './read-measures.ts';

/** What a row of a class file says where it is and of how many. */
export type ClassPlace = { readonly year: number; readonly grade: number; readonly className: string };

/** A class by its name, or the sum of a grade or of all, which is not kept. */
export type ReadClass = {
  readonly grade: number | null;
  readonly className: string;
  readonly isSum: boolean;
};

const sumWords = /^(totalt?|sum|alle|samlet|skolen|hele skolen|hele trinnet|trinnet|snitt)$/i;

export const readClassName = (cell: string, gradeCell: string): ReadClass | Fault => {
  const name = cell.replace(/\s/g, '').toUpperCase();
  const given = gradeCell === '' ? null : Number(/^(\d{1,2})\b/.exec(gradeCell)?.[1] ?? NaN);
  if (Number.isNaN(given)) return { fault: 'Trinnet kan ikke leses.' };
  const [, ofSum] = /^(\d{1,2})\.?(?:TRINN|ÅRSTRINN)$/.exec(name) ?? [];
  if (ofSum !== undefined) return { grade: Number(ofSum), className: '', isSum: true };
  if (sumWords.test(cell)) return { grade: given, className: '', isSum: true };
  const [, digits, letter = ''] = /^(\d{1,2})\.?-?([A-ZÆØÅ]{1,3}\d?)?$/.exec(name) ?? [];
  if (digits === undefined)
    return cell === ''
      ? { fault: 'Klassen mangler.' }
      : { fault: 'Klassen kan ikke leses. Skriv den som 7A.' };
  const grade = Number(digits);
  if (grade < 1 || grade > 7) return { fault: 'Klassen er ikke på 1.–7. trinn.' };
  if (given !== null && given !== grade) return { fault: 'Trinnet og klassen stemmer ikke med hverandre.' };
  return { grade, className: `${digits}${letter}`, isSum: false };
};

const none = { score: null, deviation: null, share: null, answers: null, invited: null } as const;

/** The number of one figure and how many answered. A `*` in either hides both. */
export const readClassMeasures = (
  value: string,
  kind: 'score' | 'share',
  answersCell: string,
): Measures | Fault => {
  if ([value, answersCell].includes(hiddenSign)) return { hidden: 'udir', ...none };
  const plain = value.replace(/\s?%$/, '');
  const read =
    kind === 'score'
      ? readMeasure(plain, { name: 'Snittet', from: 1, to: 5 }, true)
      : readMeasure(plain, share('Andelen'), true);
  if (isFault(read)) return read;
  if (kind === 'share' && read !== null && read > 0 && read < 1)
    return { fault: 'Andelen ser ut til å være skrevet som 0,12. Skriv den i prosent.' };
  const answers = readMeasure(answersCell, count('Antall svar'), true);
  if (isFault(answers)) return answers;
  return { hidden: null, ...none, [kind]: read, answers };
};

/** Names of one figure: what is a share of a topic is bullying, and a question is one of its topic. */
export const classFigure = (
  place: ClassPlace,
  topic: string,
  question: string,
  kind: 'score' | 'share',
  measures: Measures,
): Figure => ({
  table: kind === 'share' ? 'bullying' : question === '' ? 'indicators' : 'questions',
  unit: 'class',
  ...place,
  ...{ topic, topicCode: topic.toLowerCase(), question, questionCode: question.toLowerCase() },
  ...{ option: '', optionCode: '' },
  ...measures,
});
