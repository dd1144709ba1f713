import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { delimiterOf } from '../../roster/files/table-form.ts';
import { isFault, type Fault } from './figure.ts';

/** A row by the names of its columns in small letters, with its number in the file. */
export type TableRow = { readonly row: number; readonly values: ReadonlyMap<string, string> };
export type TableRows = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

const longestRecord = 64 * 1024;
const piece = 256 * 1024;

const nameOf = (column: string): string => column.trim().toLowerCase();

const textOf = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

/** The list in a file of JSON: the file itself, or the one list it holds. */
const listIn = (parsed: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(parsed)) return parsed;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const lists = Object.values(parsed).filter((value) => Array.isArray(value));
  return lists.length === 1 ? lists[0] : undefined;
};

const jsonRows = (text: string): TableRows | Fault => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { fault: 'Filen begynner som JSON, men er ikke hel. Last den ned på nytt.' };
  }
  const list = listIn(parsed);
  if (list === undefined) return { fault: 'Filen er ikke en liste med rader.' };
  const rows: TableRow[] = [];
  for (const [at, one] of list.entries()) {
    if (typeof one !== 'object' || one === null)
      return { fault: `Rad ${at + 1} er ikke en rad med kolonner.` };
    const values = new Map<string, string>();
    for (const [column, value] of Object.entries(one)) {
      const written = textOf(value);
      if (written === undefined) return { fault: `Rad ${at + 1} har en verdi som ikke er tekst eller tall.` };
      values.set(nameOf(column), written.trim());
    }
    rows.push({ row: at + 1, values });
  }
  return { columns: [...(rows[0]?.values.keys() ?? [])], rows };
};

function* piecesOf(text: string) {
  for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
}

const csvRows = async (text: string): Promise<TableRows | Fault> => {
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      relax_column_count: true,
      trim: true,
      max_record_size: longestRecord,
    }),
  );
  let columns: readonly string[] | undefined;
  let row = 0;
  const rows: TableRow[] = [];
  try {
    for await (const record of parser) {
      const cells = record as readonly string[]; // the parser gives lists of cells
      row += 1;
      if (cells.every((cell) => cell === '') || (row === 1 && /^sep=$/i.test(cells[0] ?? ''))) continue;
      if (columns === undefined) {
        columns = cells.map(nameOf);
        const twice = columns.findIndex((name, at) => name !== '' && columns?.indexOf(name) !== at);
        if (twice >= 0) return { fault: `Kolonnen ${cells[twice]} finnes to ganger.` };
      } else if (cells.length === columns.length)
        rows.push({ row, values: new Map(columns.map((name, at) => [name, cells[at] ?? ''])) });
      else rows.push({ row, values: new Map() });
    }
  } catch {
    return { fault: `Rad ${row + 1} er for lang, eller et anførselstegn er ikke lukket.` };
  }
  return { columns: columns ?? [], rows };
};

/** The rows of a table in CSV or JSON. A row with too few or too many cells has no values. */
export const tableRows = async (text: string): Promise<TableRows | Fault> => {
  const table = /^\s*[[{]/.test(text) ? jsonRows(text) : await csvRows(text);
  if (isFault(table)) return table;
  return table.rows.length === 0 ? { fault: 'Filen har ingen rader.' } : table;
};
