import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { at, Refusal } from './refusal.ts';

export type Table = {
  /** The file's own name, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Values by column, with the row each stands in. */
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
};

const textOf = (path: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const why = error instanceof TypeError ? 'er ikke i UTF-8' : 'kan ikke leses';
    throw new Refusal(`${basename(path)} ${why}.`);
  }
};

const separatorOf = (text: string): string => {
  const [header = ''] = text.split(/\r?\n/, 1);
  return header.split(';').length > header.split(',').length ? ';' : ',';
};

const recordsOf = (name: string, text: string): readonly (readonly string[])[] => {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    });
  } catch (error) {
    const row = error instanceof CsvError ? Number(error['lines'] ?? 1) : 1;
    throw new Refusal(`${at(name, row)}: anførselstegnene går ikke opp.`);
  }
};

/**
 * Reads a CSV file with a header, separated by commas or semicolons, in UTF-8 with or without a byte order mark. Empty lines
 * are passed over. Throws Refusal for a file that is missing, empty, or lacks one of the `wanted` columns.
 */
export const readTable = (path: string, wanted: readonly string[]): Table => {
  const name = basename(path);
  const [columns, ...records] = recordsOf(name, textOf(path));
  if (columns === undefined || columns.every((column) => column === '')) throw new Refusal(`${name} er tom.`);
  for (const column of wanted)
    if (!columns.includes(column)) throw new Refusal(`${at(name, 1)}: kolonnen «${column}» mangler.`);
  const rows = records.flatMap((record, index) => {
    if (record.every((value) => value === '')) return [];
    const row = index + 2;
    if (record.length !== columns.length)
      throw new Refusal(`${at(name, row)}: ${record.length} verdier, men ${columns.length} kolonner.`);
    return [
      { row, values: Object.fromEntries(columns.map((column, place) => [column, record[place] ?? ''])) },
    ];
  });
  return { name, columns, rows };
};
