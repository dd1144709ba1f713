import { stringify } from 'csv-stringify/sync';
import { writtenDay } from '../../calendar-days.ts';
import type { SociogramFile } from './file-content.ts';

/** As Excel in Norwegian opens it by a double click. What begins like a formula is kept from being one. */
const csv = (rows: readonly (readonly (string | number | null)[])[]): Buffer =>
  Buffer.from(
    stringify([...rows], { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true }),
  );

/**
 * A row a choice. What the file rests on stands in columns of its own to the right, the same in every row, so that the first
 * three are an edge list to any program.
 */
export const choicesAsCsv = (file: SociogramFile): Buffer =>
  csv([
    ['Valgte', 'Ble valgt', 'Gjensidig', 'Spørsmål', 'Klasse', 'Runde', 'Dato', 'Hvor mange svarte'],
    ...file.ties.map(({ from, to, mutual, criteria }) => [
      from.label,
      to.label,
      mutual ? 'ja' : 'nei',
      criteria.join(', '),
      file.className,
      file.roundName,
      writtenDay(file.day),
      file.basis,
    ]),
  ]);

/** 1 for a choice, 0 for none, and nothing where a pupil has not answered, since then it is not known. */
export const matrixOf = ({ pupils, ties }: SociogramFile): readonly (readonly (number | null)[])[] => {
  const chosen = new Set(ties.map(({ from, to }) => `${from.node}>${to.node}`));
  return pupils.map((from) =>
    pupils.map((to) => (from.responded ? Number(chosen.has(`${from.node}>${to.node}`)) : null)),
  );
};

/** What the matrix shows and rests on: the corner of the table is free for it, and every reader takes it for a heading. */
export const matrixCorner = ({ criterion, basis, day, mutualOnly }: SociogramFile): string =>
  `Rad valgte, kolonne ble valgt. ${criterion}. ${mutualOnly ? 'Bare gjensidige valg. ' : ''}${basis}, ${writtenDay(day)}. Tom rad: har ikke svart.`;

/** Square: a row and a column for each pupil, in the same order. */
export const matrixAsCsv = (file: SociogramFile): Buffer =>
  csv([
    [matrixCorner(file), ...file.pupils.map(({ label }) => label)],
    ...matrixOf(file).map((row, at) => [file.pupils[at]?.label ?? '', ...row]),
  ]);
