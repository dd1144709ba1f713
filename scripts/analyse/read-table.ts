import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { oneLine } from './arguments.ts';
import { BadInput } from './bad-input.ts';

/** A row by the names its columns are asked for; `row` is its line in the file, the header's being 1. */
export type TableRow = { readonly row: number; readonly of: (column: string) => string };

export type Table = {
  readonly file: string;
  readonly rows: readonly TableRow[];
  readonly has: (column: string) => boolean;
};

/** How zipped and older spreadsheets, and PDF files, begin. */
const otherFiles = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'];
const largest = 200 * 1024 * 1024;

/**
 * Reads a CSV file with a header: UTF-8, UTF-16 or Windows-1252, with or without byte order mark, any line ending, `,` `;` or
 * tab between cells. Cells are trimmed and in Unicode NFC. `names` gives each column its names in a header; the first found counts.
 * @throws BadInput with file, row and reason.
 */
export function readTable(
  path: string,
  folder: string,
  names: Readonly<Record<string, readonly string[]>>,
  required: readonly string[],
): Table {
  const file = basename(path);
  const text = decoded(bytesOf(resolve(folder, path), file), file);
  const [head, ...records] = recordsOf(text, file);
  if (head === undefined) throw new BadInput(`${file}: filen er tom.`);
  const header = head.record.map((name) => name.toLowerCase());
  const place = new Map<string, number>();
  for (const [column, spellings] of Object.entries(names)) {
    const spelling = spellings.find((each) => header.includes(each.toLowerCase()))?.toLowerCase();
    if (spelling === undefined) {
      if (!required.includes(column)) continue;
      const there = head.record.slice(0, 8).map(oneLine).join(', ');
      throw new BadInput(
        `${file}, rad ${head.info.lines}: kolonnen ${spellings.join(' eller ')} mangler; filen har «${there}».`,
      );
    }
    if (header.indexOf(spelling) !== header.lastIndexOf(spelling))
      throw new BadInput(`${file}, rad ${head.info.lines}: kolonnen ${spelling} finnes to ganger.`);
    place.set(column, header.indexOf(spelling));
  }
  const rows = records.map(({ record, info }): TableRow => {
    const at = `${file}, rad ${info.lines}`;
    if (record.slice(header.length).some((cell) => cell !== ''))
      throw new BadInput(`${at}: raden har flere verdier enn det er kolonner.`);
    const bad = record.find((cell) => /[\p{Cc}\uFFFD]/u.test(cell));
    if (bad !== undefined) throw new BadInput(`${at}: «${oneLine(bad)}» har ugyldige tegn.`);
    const of = (column: string): string => record[place.get(column) ?? -1] ?? '';
    const blank = required.find((column) => of(column) === '');
    if (blank !== undefined) throw new BadInput(`${at}: ${blank} er tom.`);
    return { row: info.lines, of };
  });
  return { file, rows, has: (column) => place.has(column) };
}

function bytesOf(path: string, file: string): Buffer {
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new BadInput(`${file}: dette er en mappe, ikke en fil.`);
    if (about.size > largest) throw new BadInput(`${file}: filen er større enn 200 MB.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new BadInput(`${file}: filen ${gone ? 'finnes ikke' : 'kan ikke leses'}.`);
  }
}

function decoded(bytes: Buffer, file: string): string {
  if (otherFiles.some((start) => bytes.subarray(0, 4).toString('latin1') === start))
    throw new BadInput(`${file}: dette er ikke en CSV-fil; lagre regnearket som CSV.`);
  const [first, second, third, fourth] = bytes;
  // Without a byte order mark, the halves of the first letters that are 0 tell.
  const littleEnd = (first === 0xff && second === 0xfe) || (second === 0 && fourth === 0);
  const bigEnd = (first === 0xfe && second === 0xff) || (first === 0 && third === 0);
  if (littleEnd) return new TextDecoder('utf-16le').decode(bytes);
  if (bigEnd) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type Read = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function recordsOf(text: string, file: string): readonly Read[] {
  // A spreadsheet may say the delimiter on a line of its own.
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = stated?.[1] ?? delimiterOf(text);
  try {
    return parse(text, {
      delimiter,
      info: true,
      from_line: stated === null ? 1 : 2,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      trim: true,
      cast: (cell) => cell.trim().normalize('NFC'),
    }) as unknown as readonly Read[]; // the type of the package does not follow `info`
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? String(error['lines']) : '?';
    throw new BadInput(`${file}, rad ${line}: et anførselstegn står feil eller er ikke lukket.`);
  }
}

/** The one that occurs most in the first line with something in it. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]+/.exec(text.trimStart())?.[0] ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
