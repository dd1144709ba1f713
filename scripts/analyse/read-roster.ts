import { oneLine, type Arguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { readTable, type Table, type TableRow } from './read-table.ts';
import { wantedValue } from './select.ts';

export type Roster = {
  readonly ids: readonly string[];
  /** By id, the value of a column asked for with --label, and of `name`. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** The class list, in the order of the file; undefined when none is given. */
export function readRoster(args: Arguments, folder: string, wave: string | undefined): Roster | undefined {
  const path = args.text('roster');
  if (path === undefined) return undefined;
  const wanted = ['name', ...args.all('label')];
  const table = readTable(path, folder, { ...idColumns, ...named(wanted) }, ['id', ...args.all('label')]);
  const rows = rowsOf(table, args, wave, 'member');
  return {
    ids: idsOf(table, rows),
    columns: new Map(
      wanted.filter((column) => table.has(column)).map((column) => [column, valuesById(table, rows, column)]),
    ),
  };
}

/** @throws BadInput when one id has two values. */
function valuesById({ file }: Table, rows: readonly TableRow[], column: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { row, of } of rows) {
    const [id, value] = [of('id'), of(column)];
    if ((values.get(id) ?? value) !== value)
      throw new BadInput(
        `${file}, rad ${row}: «${oneLine(id)}» står også på en annen rad, med annen ${column}.`,
      );
    values.set(id, value);
  }
  return values;
}

/** Those who answered; undefined when no file is given. */
export function readRespondents(
  args: Arguments,
  folder: string,
  wave: string | undefined,
): readonly string[] | undefined {
  const path = args.text('respondents');
  if (path === undefined) return undefined;
  const table = readTable(path, folder, idColumns, ['id']);
  return idsOf(table, rowsOf(table, args, wave, 'respondent'));
}

const idColumns = {
  id: ['id'],
  wave: ['wave', 'year'],
  class: ['class', 'group'],
  member: ['member'],
  respondent: ['respondent'],
};

const named = (columns: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(columns.map((column) => [column, [column]]));

/** Rows of the wave and class, where the file has them, with yes in the column that says who counts. */
function rowsOf(
  table: Table,
  args: Arguments,
  wave: string | undefined,
  counts: 'member' | 'respondent',
): readonly TableRow[] {
  const wanted = { wave, class: wantedValue(args, 'class') };
  return table.rows.filter(
    (row) =>
      (['wave', 'class'] as const).every(
        (column) => wanted[column] === undefined || !table.has(column) || row.of(column) === wanted[column],
      ) &&
      (!table.has(counts) || /^(true|t|1|ja|yes|x)$/i.test(row.of(counts))),
  );
}

function idsOf(table: Table, rows: readonly TableRow[]): readonly string[] {
  const ids = [...new Set(rows.map((row) => row.of('id')))];
  if (ids.length === 0) throw new BadInput(`${table.file}: ingen elever er igjen å regne på.`);
  return ids;
}
