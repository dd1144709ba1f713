import type { SurveyTable } from '@samhold/contract';
import type { Columns } from './columns.ts';
import { isFault, type Fault, type Figure } from './figure.ts';
import { readMeasures } from './read-measures.ts';
import { readGrade, readPlace, readYear, type Place } from './read-place.ts';
import type { TableRow } from './table-rows.ts';

/** Why a row that can be read is left alone. */
export type LeftAlone = 'bySex' | 'byOwnership' | 'otherGrades';
export type ReadRow =
  | { readonly place: Place; readonly figure: Figure }
  | { readonly place: Place; readonly leftAlone: LeftAlone };

const longest = 300;

/** Owners of schools are told apart for wider units; the row of them all has the lowest level or a name that says so. */
const isOfAllOwners = (row: TableRow, columns: Columns): boolean => {
  const [level, name] = [columns.of(row, 'ownershipLevel'), row.values.get('eierformnavn') ?? ''];
  if (/^alle\b/i.test(name)) return true;
  return level === '' ? columns.of(row, 'ownership') === '' : level === '1';
};

const wordsOf = (row: TableRow, columns: Columns, table: SurveyTable) => {
  const topic = columns.of(row, 'topic') || (table === 'participation' ? 'Deltakelse' : '');
  const question = columns.of(row, 'question');
  const isOfTopic = question === '' || question === topic;
  const option = columns.of(row, 'option');
  return {
    topic,
    topicCode: columns.of(row, 'topicCode') || topic,
    question: isOfTopic ? '' : question,
    questionCode: isOfTopic ? '' : columns.of(row, 'questionCode') || question,
    option,
    optionCode: columns.of(row, 'optionCode') || option,
  };
};

/** One row of a table. Only pupils of both sexes together are read: a figure by sex is never kept. */
export const readRow = (
  row: TableRow,
  columns: Columns,
  table: SurveyTable,
  ownNumber: string,
): ReadRow | Fault => {
  if (row.values.size === 0) return { fault: 'Raden har for få eller for mange kolonner.' };
  const place = readPlace(row, columns, ownNumber);
  if (isFault(place)) return place;
  const sex = columns.of(row, 'sex').toUpperCase();
  if (!['A', 'G', 'J'].includes(sex)) return { fault: 'KjoennKode er ikke A, G eller J.' };
  if (sex !== 'A') return { place, leftAlone: 'bySex' };
  if (place.unit !== 'school' && !isOfAllOwners(row, columns)) return { place, leftAlone: 'byOwnership' };
  const grade = readGrade(row, columns);
  if (isFault(grade)) return grade;
  if (grade === null) return { place, leftAlone: 'otherGrades' };
  const year = readYear(row, columns);
  if (isFault(year)) return year;
  const words = wordsOf(row, columns, table);
  if (words.topic === '') return { fault: 'Spoersmaalgruppe mangler.' };
  if (Object.values(words).some((text) => text.length > longest)) return { fault: 'En tekst er for lang.' };
  const measures = readMeasures(row, columns, table);
  if (isFault(measures)) return measures;
  return { place, figure: { table, unit: place.unit, year, grade, className: '', ...words, ...measures } };
};
