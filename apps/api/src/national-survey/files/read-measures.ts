import type { SurveyTable } from '@samhold/contract';
import type { Columns } from './columns.ts';
import { isFault, type Fault, type Figure } from './figure.ts';
import type { TableRow } from './table-rows.ts';

export type Measures = Pick<Figure, 'hidden' | 'score' | 'deviation' | 'share' | 'answers' | 'invited'>;

export const hiddenSign = '*';
const options = [1, 2, 3, 4, 5];
/** Shares in the file are rounded, to whole per cent at the coarsest. */
const roundedTo = 0.5;

/** A number as Udir writes it: «3,6», «5,0», «60 123». Null for an empty cell, undefined for what is no number. */
export const readNumber = (text: string): number | null | undefined => {
  if (text === '') return null;
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined;
};

export type Kind = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
};

export const readMeasure = (text: string, kind: Kind, required: boolean): number | null | Fault => {
  const value = readNumber(text);
  if (value === undefined) return { fault: `${kind.name} er ikke et tall.` };
  if (value === null) return required ? { fault: `${kind.name} mangler.` } : null;
  if (kind.whole === true && !Number.isInteger(value)) return { fault: `${kind.name} er ikke et helt tall.` };
  if (value < kind.from || value > kind.to)
    return { fault: `${kind.name} ligger utenfor ${kind.from}–${kind.to}.` };
  return value;
};

export const count = (name: string): Kind => ({ name, from: 0, to: 10_000_000, whole: true });
export const share = (name: string): Kind => ({ name, from: 0, to: 100 });
const shareColumn = {
  indicators: null,
  questions: 'answeredShare',
  bullying: 'bullied',
  participation: 'participated',
} as const;
const shareName = {
  answeredShare: 'AndelBesvart',
  bullied: 'AndelMobbet',
  participated: 'AndelDeltatt',
} as const;

/** The counts or shares of the five options, where the row has all of them. */
const optionCells = (row: TableRow, prefix: string): readonly string[] => {
  const cells = options.map((n) => row.values.get(`${prefix}${n}`) ?? '');
  return cells.includes('') ? [] : cells;
};

const sumOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (readNumber(cell) ?? NaN), 0);

/** What stands in the row twice must be the same both times. */
const faultInTotals = (row: TableRow, { answers, invited, share: given }: Measures): string | undefined => {
  const counts = optionCells(row, 'antallbesvartsvaralternativ');
  if (counts.length > 0 && sumOf(counts) !== answers)
    return 'Antallene for svaralternativene stemmer ikke med antallet som har svart.';
  const shares = optionCells(row, 'andelsvaralternativ');
  if (shares.length > 0 && !(Math.abs(sumOf(shares) - 100) <= roundedTo * options.length))
    return 'Andelene for svaralternativene blir ikke hundre prosent til sammen.';
  if (invited === null || answers === null) return undefined;
  if (answers > invited) return 'Flere har svart enn det er invitert.';
  if (invited > 0 && given !== null && Math.abs(given - (100 * answers) / invited) > roundedTo + 1e-9)
    return 'Andelen som har deltatt, stemmer ikke med antallene.';
  return undefined;
};

/**
 * The numbers of a row. When one of them is hidden, all are: what is left of such a row could tell the rest. A hidden number is
 * neither nought nor missing.
 */
export const readMeasures = (row: TableRow, columns: Columns, table: SurveyTable): Measures | Fault => {
  const at = shareColumn[table];
  const cells = {
    score: columns.of(row, 'score'),
    deviation: columns.of(row, 'deviation'),
    share: at === null ? '' : columns.of(row, at),
    answers: columns.of(row, 'answers'),
    invited: columns.of(row, 'invited'),
  };
  const others = [
    ...optionCells(row, 'antallbesvartsvaralternativ'),
    ...optionCells(row, 'andelsvaralternativ'),
  ];
  if ([...Object.values(cells), ...others].includes(hiddenSign))
    return { hidden: 'udir', score: null, deviation: null, share: null, answers: null, invited: null };
  const scored = table === 'indicators' || table === 'questions';
  const read = {
    score: scored ? readMeasure(cells.score, { name: 'Score', from: 1, to: 5 }, true) : null,
    deviation: scored ? readMeasure(cells.deviation, { name: 'Standardavvik', from: 0, to: 4 }, false) : null,
    share: at === null ? null : readMeasure(cells.share, share(shareName[at]), table !== 'questions'),
    answers: readMeasure(cells.answers, count('AntallBesvart'), true),
    invited: table === 'participation' ? readMeasure(cells.invited, count('AntallInvitert'), true) : null,
  };
  const fault = Object.values(read).find(isFault);
  if (fault !== undefined) return fault;
  // None of them is a fault.
  const measures = { hidden: null, ...read } as Measures;
  const total = faultInTotals(row, measures);
  return total === undefined ? measures : { fault: total };
};
