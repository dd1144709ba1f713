import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { holdsBirthNumber } from './birth-number.ts';
import { columnName, isDropped } from './dropped-columns.ts';
import type { Rejections } from './rejections.ts';
import type { SourceFile } from './roster-source.ts';
import { formOf, type TableForm } from './table-form.ts';
import { refused } from './refused.ts';

/** A column that may leave the parser, by every name it has in headers; the first of `names` that is there counts. */
export type Column = {
  readonly names: readonly string[];
  readonly required?: true;
  /** Holds many values, and may be long. */
  readonly list?: true;
};

export type Columns<Key extends string> = Readonly<Record<Key, Column>>;
export type Values<Key extends string> = Readonly<Record<Key, string>>;

const longest = 100;
const longestList = 20_000;
const longestRecord = 128 * 1024;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

async function* decoded(chunks: AsyncIterable<Buffer>) {
  const decoder = new TextDecoder('windows-1252');
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
}

class Enough extends Error {}

/** Every record with something in it, with its number in the file; a blank line has a number too. */
const eachRecord = async (
  file: SourceFile,
  form: TableForm,
  take: (cells: readonly string[], row: number) => void,
): Promise<void> => {
  let row = 0;
  const parser = parse({
    bom: true,
    delimiter: form.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: longestRecord,
    // Nothing is handed on, so no record waits in a queue.
    on_record: (cells: string[]) => {
      row += 1;
      const isSeparatorLine = row === 1 && /^sep=$/i.test(cells[0] ?? '');
      if (!isBlank(cells) && !isSeparatorLine) take(cells, row);
      return null;
    },
  });
  parser.resume();
  try {
    const bytes = await file.open();
    await (form.encoding === 'utf-8' ? pipeline(bytes, parser) : pipeline(bytes, decoded, parser));
  } catch (error) {
    if (error instanceof Enough) return;
    // The parser's own error quotes the row, so it goes no further.
    if (error instanceof CsvError)
      throw refused(`Rad ${row + 1} er for lang, eller et anførselstegn er ikke lukket.`, file);
    throw error;
  }
};

/** The names in the header of a table; none when the file is empty. */
export const headerOf = async (file: SourceFile): Promise<readonly string[]> => {
  let header: readonly string[] = [];
  await eachRecord(file, await formOf(file), (cells) => {
    header = cells;
    throw new Enough();
  });
  return header.map((name) => name.replace(/^\uFEFF/, '').trim());
};

/** Where each column stands in a header. A column that is not there has no place. */
const placesIn = <Key extends string>(
  file: SourceFile,
  header: readonly string[],
  columns: Columns<Key>,
): ReadonlyMap<Key, number> => {
  const names = header.map(columnName);
  const places = new Map<Key, number>();
  // The keys of a record type are its key type.
  for (const [key, column] of Object.entries(columns) as [Key, Column][]) {
    const name = column.names.map(columnName).find((each) => names.includes(each));
    if (name === undefined) {
      if (column.required) throw refused(`Kolonnen ${column.names[0]} mangler.`, file);
      continue;
    }
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw refused(`Kolonnen ${column.names[0]} finnes to ganger.`, file);
    places.set(key, names.indexOf(name));
  }
  return places;
};

const faultIn = (value: string, column: Column): string | undefined => {
  if (value.length > (column.list ? longestList : longest)) return 'En verdi er for lang.';
  return /[\p{Cc}\uFFFD]/u.test(value) ? 'En verdi har ugyldige tegn.' : undefined;
};

/**
 * Reads a table of any size and hands on the values of `columns`, and nothing of any other column. Values are trimmed and
 * have single spaces; a column that is not in the header reads as empty. A row with too few or too many cells, or with a
 * value that cannot be kept, goes to `rejections` and the rest goes on; rows are numbered as records in the file, the
 * header included. Throws `roster_rejected`, without a value from the file, for a file that is empty or no table, and when a
 * cell outside the dropped columns looks like a birth number. Returns the columns that the header has.
 */
export const readTable = async <Key extends string>(
  file: SourceFile,
  columns: Columns<Key>,
  rejections: Rejections,
  take: (values: Values<Key>, row: number) => void,
): Promise<ReadonlySet<Key>> => {
  let places: ReadonlyMap<Key, number> | undefined;
  let width = 0;
  let dropped: readonly boolean[] = [];
  // The keys of a record type are its key type.
  const all = Object.entries(columns) as [Key, Column][];

  const stopAtBirthNumber = (cells: readonly string[]) => {
    if (cells.some((cell, place) => dropped[place] !== true && holdsBirthNumber(cell)))
      throw refused('Filen ser ut til å inneholde fødselsnummer. Ta bort den kolonnen og prøv igjen.', file);
  };

  const takeHeader = (cells: readonly string[]) => {
    stopAtBirthNumber(cells);
    places = placesIn(file, cells, columns);
    width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const kept = new Set(places.values());
    dropped = cells.map((cell, place) => !kept.has(place) && isDropped(cell));
  };

  const takeRow = (cells: readonly string[], row: number, found: ReadonlyMap<Key, number>) => {
    stopAtBirthNumber(cells);
    if (cells.length < width) return rejections.add(file.name, row, 'Raden har for få kolonner.');
    if (!isBlank(cells.slice(width))) return rejections.add(file.name, row, 'Raden har for mange kolonner.');
    const values: Partial<Record<Key, string>> = {};
    for (const [key, column] of all) {
      const place = found.get(key);
      const value = place === undefined ? '' : (cells[place] ?? '').trim().replace(/\s+/g, ' ');
      const fault = faultIn(value, column);
      if (fault !== undefined) return rejections.add(file.name, row, fault);
      values[key] = value.normalize('NFC');
    }
    take(values as Record<Key, string>, row); // every key was set above
  };

  await eachRecord(file, await formOf(file), (cells, row) => {
    if (places === undefined) takeHeader(cells);
    else takeRow(cells, row, places);
  });
  if (places === undefined) throw refused('Filen er tom.', file);
  return new Set((places as ReadonlyMap<Key, number>).keys()); // assigned in the callback above
};
