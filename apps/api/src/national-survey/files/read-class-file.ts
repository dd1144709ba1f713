import type { ClassFileMapping, ColumnMeaning, SurveyFile } from '@samhold/contract';
import { checkMapping } from './check-mapping.ts';
import { faultsInSums, type SumRow } from './check-sums.ts';
import type { ClassTable } from './class-columns.ts';
import { isFault, keyOf, sameMeasures, type Fault, type Figure } from './figure.ts';
import { classFigure, readClassMeasures, readClassName } from './read-class-row.ts';
import { readSchoolYear } from './read-place.ts';
import type { ReadExport } from './read-export.ts';

const faultsShown = 500;
const longest = 300;

type Read = { readonly row: number; readonly figure: Figure };
type KnownClasses = (year: number) => ReadonlySet<string> | undefined;

/** Reads the rows of a table by what the school says its columns mean. */
const readRows = (table: ClassTable, mapping: ClassFileMapping, known: KnownClasses) => {
  const meaningOf = new Map(mapping.columns.map(({ name, meaning }) => [name, meaning]));
  const placesOf = (meaning: ColumnMeaning) =>
    table.header.flatMap((name, at) => (name !== '' && meaningOf.get(name) === meaning ? [at] : []));
  const read: Read[] = [];
  const sums: SumRow[] = [];
  const faults: { row: number; reason: string }[] = [];

  const rowFault = (row: number, cells: readonly string[]): string | undefined => {
    const of = (meaning: ColumnMeaning) => cells[placesOf(meaning)[0] ?? -1] ?? '';
    const year = placesOf('year').length === 0 ? mapping.year : readSchoolYear(of('year'));
    if (year === null) return 'Skoleåret mangler.';
    if (isFault(year)) return year.fault;
    const found = readClassName(of('class'), of('grade'));
    if (isFault(found)) return found.fault;
    if (!found.isSum && known(year)?.has(found.className) === false)
      return `Klassen ${found.className} finnes ikke på skolen dette skoleåret.`;
    const place = { year, grade: found.grade ?? 0, className: found.className };
    const take = (
      topic: string,
      question: string,
      kind: 'score' | 'share',
      cell: string,
    ): string | undefined => {
      if (topic === '' && question === '') return 'Temaet mangler.';
      if (topic.length > longest || question.length > longest) return 'En tekst er for lang.';
      const measures = readClassMeasures(cell, kind, of('answers'));
      if (isFault(measures)) return measures.fault;
      const figure = classFigure(
        place,
        topic || question,
        question === topic ? '' : question,
        kind,
        measures,
      );
      if (found.isSum) sums.push({ row, figure, wholeSchool: found.grade === null });
      else read.push({ row, figure });
      return undefined;
    };
    for (const kind of ['score', 'share'] as const) {
      const cell = of(kind);
      // A row has one of the two: a mean, or a share.
      if (cell !== '') {
        const fault = take(of('topic'), of('question'), kind, cell);
        if (fault !== undefined) return fault;
      }
      for (const at of placesOf(kind === 'score' ? 'topic_score' : 'topic_share')) {
        const fault =
          (cells[at] ?? '') === '' ? undefined : take(table.header[at] ?? '', '', kind, cells[at] ?? '');
        if (fault !== undefined) return fault;
      }
    }
    const isLong = placesOf('score').length + placesOf('share').length > 0;
    return isLong && of('score') === '' && of('share') === '' ? 'Tallet mangler.' : undefined;
  };

  for (const { row, cells } of table.rows) {
    const reason = rowFault(row, cells);
    if (reason !== undefined) faults.push({ row, reason });
  }
  faults.push(...faultsInSums(sums, read));
  return { read, faults, sums: sums.length };
};

const withoutTwice = (read: readonly Read[], faults: { row: number; reason: string }[]) => {
  const kept = new Map<string, Figure>();
  let duplicates = 0;
  for (const { row, figure } of read) {
    const before = kept.get(keyOf(figure));
    if (before === undefined) kept.set(keyOf(figure), figure);
    else if (sameMeasures(before, figure)) duplicates += 1;
    else faults.push({ row, reason: 'Samme tall står på en tidligere rad med en annen verdi.' });
  }
  return { figures: [...kept.values()], duplicates };
};

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Reads a school's own table of Elevundersøkelsen by class. A fault of the whole file is returned; rows that cannot be read are
 * listed, and hold the file back as those of Udir's files do. `known`: the classes of a school year, where the school has it.
 */
export const readClassFile = (
  table: ClassTable,
  mapping: ClassFileMapping,
  known: KnownClasses,
): ReadExport | Fault => {
  const fault = checkMapping(table.header, mapping);
  if (fault !== undefined) return { fault };
  const { read, faults, sums } = readRows(table, mapping, known);
  const { figures, duplicates } = withoutTwice(read, faults);
  const none = { wider: 0, withdrawn: 0, otherUnits: 0, otherGrades: 0, bySex: 0, byOwnership: 0 };
  const file: SurveyFile = {
    table: 'classes',
    rows: table.rows.length,
    rowsInAll: null,
    years: distinct(figures.map(({ year }) => year)).toSorted((a, b) => a - b),
    grades: distinct(figures.map(({ grade }) => grade)).toSorted((a, b) => a - b),
    topics: distinct(figures.map(({ topic }) => topic)),
    classes: distinct(figures.map(({ className }) => className)).toSorted(),
    school: figures.length,
    hidden: figures.filter(({ hidden }) => hidden === 'udir').length,
    ...none,
    sums,
    duplicates,
    faults: faults.toSorted((a, b) => a.row - b.row).slice(0, faultsShown),
    faultCount: faults.length,
  };
  return { figures, file };
};
