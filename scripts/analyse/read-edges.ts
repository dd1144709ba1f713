import type { Choice } from '../../packages/analysis/src/index.ts';
import type { Arguments } from './arguments.ts';
import { oneLine } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { readTable, type Table, type TableRow } from './read-table.ts';
import { selectRows, wantedValue } from './select.ts';

const columns = {
  source: ['source', 'rater', 'from'],
  target: ['target', 'ratee', 'to'],
  wave: ['wave', 'year'],
  relation: ['relation'],
  class: ['class', 'group'],
  weight: ['weight', 'relationship', 'rating', 'value'],
  rank: ['rank'],
};

export type EdgeTable = Table & { readonly selected: readonly TableRow[] };

/** The file of choices, and its rows of the class asked for. */
export function readEdges(args: Arguments, folder: string): EdgeTable {
  const path = args.text('edges');
  if (path === undefined) throw new BadInput('Valgfilen mangler: --edges FIL.');
  return readPairs(path, args, folder, ['source', 'target']);
}

/** The file of ratings, and its rows of the class and wave asked for. */
export function readRatings(args: Arguments, folder: string): EdgeTable {
  const path = args.text('ratings');
  if (path === undefined) throw new BadInput('Vurderingene mangler: --ratings FIL.');
  const table = readPairs(path, args, folder, ['source', 'target']);
  if (!table.has('weight')) throw new BadInput(`${table.file}, rad 1: kolonnen rating mangler.`);
  return { ...table, selected: selectRows(table, table.selected, 'wave', wantedValue(args, 'wave')) };
}

function readPairs(path: string, args: Arguments, folder: string, required: readonly string[]): EdgeTable {
  const table = readTable(path, folder, columns, required);
  for (const row of table.rows) for (const column of ['weight', 'rank']) numberIn(table, row, column);
  return { ...table, selected: selectRows(table, table.rows, 'class', wantedValue(args, 'class')) };
}

/** The number in a cell; null when it is blank or the column is not there. */
export function numberIn(table: Table, row: TableRow, column: string): number | null {
  const text = row.of(column);
  if (text === '' || text === 'NA') return null;
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value)) return value;
  throw new BadInput(`${table.file}, rad ${row.row}: «${oneLine(text)}» er ikke et tall.`);
}

/** The rows that are choices: at least the weight, and at most the rank, asked for. */
export function choicesIn(table: EdgeTable, rows: readonly TableRow[], args: Arguments): readonly Choice[] {
  const [least, most] = [args.number('min-weight'), args.number('max-rank')];
  if (least !== undefined && !table.has('weight'))
    throw new BadInput(`${table.file}: --min-weight er gitt, men kolonnen weight mangler.`);
  if (most !== undefined && !table.has('rank'))
    throw new BadInput(`${table.file}: --max-rank er gitt, men kolonnen rank mangler.`);
  return rows
    .filter((row) => least === undefined || (numberIn(table, row, 'weight') ?? -Infinity) >= least)
    .filter((row) => most === undefined || (numberIn(table, row, 'rank') ?? Infinity) <= most)
    .map((row) => ({ from: row.of('source'), to: row.of('target') }));
}

/** Everybody in these rows, whether chosen or not: whole numbers by size, other ids by code unit. */
export function idsIn(rows: readonly TableRow[]): readonly string[] {
  const ids = [...new Set(rows.flatMap((row) => [row.of('source'), row.of('target')]))];
  const numbered = ids.every((id) => /^\d{1,15}$/.test(id));
  return numbered ? ids.sort((a, b) => Number(a) - Number(b)) : ids.sort();
}
