import type { SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

export type Delimiter = ';' | ',' | '\t';

/** How a table is written. */
export type TableForm = {
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: Delimiter;
};

const headerBytes = 64 * 1024;

/** The sign that stands most often in the first line with text in it, outside quotes. */
export const delimiterOf = (text: string): Delimiter => {
  const line = text.split(/[\r\n]+/).find((each) => each.trim() !== '') ?? '';
  const named = /^sep=([;,\t])/i.exec(line)?.[1];
  const bare = named ?? line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: Delimiter) => bare.split(sign).length - 1;
  const signs: readonly Delimiter[] = [';', ',', '\t'];
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/**
 * Reads a table once to find how it is written. Text that is not UTF-8 anywhere is taken for Windows-1252, which is what
 * Norwegian school systems write otherwise. Throws `roster_rejected` for UTF-16 and for what is not text.
 */
export const formOf = async (file: SourceFile): Promise<TableForm> => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of await file.open()) {
    const bytes = chunk as Buffer; // sources give byte streams
    if (start.length < headerBytes) start = Buffer.concat([start, bytes]);
    const mark = start.subarray(0, 2).toString('latin1');
    if (mark === '\xFF\xFE' || mark === '\xFE\xFF')
      throw refused('Filen er lagret som UTF-16. Lagre den som «CSV UTF-8».', file);
    if (bytes.includes(0)) throw refused('Filen er ikke en tekstfil.', file);
    if (isUtf8) isUtf8 = accepts(() => utf8.decode(bytes, { stream: true }));
  }
  if (isUtf8) isUtf8 = accepts(() => utf8.decode());
  const encoding = isUtf8 ? 'utf-8' : 'windows-1252';
  return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
};

const accepts = (decode: () => void): boolean => {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
};
