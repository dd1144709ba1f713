import readXlsxFile from 'read-excel-file/node';
import { parse } from 'csv-parse/sync';
import { fromBufferPromise } from 'yauzl';
import { delimiterOf } from '../../roster/files/table-form.ts';
import { decodeText } from './decode-text.ts';
import { isFault, type Fault } from './figure.ts';

/** The cells of a spreadsheet as text, row by row as they are numbered in the file. */
export type SheetRows = readonly (readonly string[])[];

const mostUnpacked = 50 * 1024 * 1024;
const mostParts = 200;
const mostRows = 20_000;
const mostColumns = 200;

const damaged: Fault = { fault: 'Regnearket er skadet eller har passord. Lagre det på nytt og prøv igjen.' };

/** Unpacks a workbook without keeping it, since what it says of its own size may be untrue. */
const faultInParts = async (bytes: Uint8Array): Promise<Fault | undefined> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (zip.entryCount > mostParts) return { fault: 'Regnearket har for mange deler.' };
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      if (unpacked + entry.uncompressedSize > mostUnpacked) return { fault: 'Regnearket er for stort.' };
      for await (const chunk of await zip.openReadStreamPromise(entry)) unpacked += (chunk as Buffer).length;
      if (unpacked > mostUnpacked) return { fault: 'Regnearket er for stort.' };
    }
    return undefined;
  } catch {
    return damaged;
  }
};

/** Numbers of a workbook carry noise in the last digits. */
const textOf = (cell: unknown): string => {
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  return typeof cell === 'string' ? cell.trim().replace(/\s+/g, ' ').normalize('NFC') : '';
};

const workbookRows = async (bytes: Uint8Array): Promise<SheetRows | Fault> => {
  const fault = await faultInParts(bytes);
  if (fault !== undefined) return fault;
  try {
    const [first] = await readXlsxFile(Buffer.from(bytes));
    return (first?.data ?? []).map((row) => row.map(textOf));
  } catch {
    return damaged;
  }
};

const csvRows = (bytes: Uint8Array): SheetRows | Fault => {
  const text = decodeText(bytes);
  if (isFault(text)) return text;
  try {
    // Without columns, records are lists of cells.
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 64 * 1024,
      to: mostRows + 2,
    }) as unknown as string[][];
    return rows.map((row) => row.map(textOf));
  } catch {
    return { fault: 'Filen er ikke en tabell: en rad er for lang, eller et anførselstegn er ikke lukket.' };
  }
};

const isWorkbook = (bytes: Uint8Array): boolean => [...bytes.subarray(0, 4)].join() === '80,75,3,4';
const isOldWorkbook = (bytes: Uint8Array): boolean => [...bytes.subarray(0, 4)].join() === '208,207,17,224';

/** The first sheet of a workbook, or a table of text. */
export const sheetRows = async (bytes: Uint8Array): Promise<SheetRows | Fault> => {
  if (bytes.length === 0) return { fault: 'Filen er tom.' };
  if (isOldWorkbook(bytes))
    return { fault: 'Filen er i et gammelt Excel-format. Lagre den som .xlsx eller CSV.' };
  const rows = isWorkbook(bytes) ? await workbookRows(bytes) : csvRows(bytes);
  if (isFault(rows)) return rows;
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns))
    return { fault: 'Tabellen har flere rader eller kolonner enn klassetall kan ha.' };
  return rows.every((row) => row.every((cell) => cell === '')) ? { fault: 'Filen er tom.' } : rows;
};
