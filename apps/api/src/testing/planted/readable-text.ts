import { gunzipSync, inflateSync } from 'node:zlib';
import { unzip } from '../../case-documents/unzip.fixture.ts';
import { textOfPdf } from '../pdf-text.ts';
import { askPoppler, hasPoppler } from '../poppler.ts';

/** Something within something within a file is opened, and no deeper, so that nothing goes on for ever. */
const DEEPEST = 4;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const GZIP = Buffer.from('1f8b', 'hex');

const orNothing = <T>(read: () => T): readonly T[] => {
  try {
    return [read()];
  } catch {
    return [];
  }
};

// Not by Buffer: Node 24 writes outside of its memory when it reads half a letter of two bytes from an odd place.
const wide = [new TextDecoder('utf-16le'), new TextDecoder('utf-16be')];

/** The bytes as letters, in each way a program of ours or another's may have written them. */
const asLetters = (bytes: Buffer): readonly string[] => [
  bytes.toString('utf8'),
  bytes.toString('latin1'),
  ...wide.flatMap((decoder) => [decoder.decode(bytes), decoder.decode(bytes.subarray(1))]),
];

/** A run of what may be base64, of the plain or the address alphabet. */
const base64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const fromCode = (digits: string, base: number): string => {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** The text with what stands for letters in addresses, markup, JSON and mail replaced by the letters. */
const unescaped = (text: string): readonly string[] => [
  ...orNothing(() =>
    text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
    ),
  ),
  text.replaceAll(/&#(x?)([0-9a-f]+);/gi, (_whole, hex: string, digits: string) =>
    fromCode(digits, hex === '' ? 10 : 16),
  ),
  text.replaceAll(/\\u([0-9a-f]{4})/gi, (_whole, digits: string) => fromCode(digits, 16)),
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8')),
];

const decoded = (text: string): readonly Buffer[] =>
  // A line of a mail or a key may be broken anywhere.
  [text, text.replaceAll(/\s+/g, '')].flatMap((one) =>
    [...one.matchAll(base64)].flatMap(([run]) =>
      // Where the run begins within it is not known.
      [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64')),
    ),
  );

/** The texts a PNG carries beside its picture, packed or not. */
const textsOfPng = (png: Buffer): readonly Buffer[] => {
  const texts: Buffer[] = [];
  for (let at = PNG.length; at + 8 <= png.length; at += png.readUInt32BE(at) + 12) {
    const kind = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (!['tEXt', 'iTXt', 'zTXt', 'eXIf'].includes(kind)) continue;
    texts.push(content);
    // The packed part follows the keyword, and in iTXt some more.
    for (let from = 0; from < content.length; from += 1)
      if (content[from] === 0x78) texts.push(...orNothing(() => inflateSync(content.subarray(from))));
  }
  return texts;
};

const lettersIn = async (bytes: Buffer, depth: number): Promise<readonly string[]> => {
  if (depth > DEEPEST) return [];
  const within = async (parts: readonly Buffer[]): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (const part of parts) texts.push(...(await lettersIn(part, depth + 1)));
    return texts;
  };
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF')
    return [textOfPdf(bytes), ...(hasPoppler ? [askPoppler('pdftotext', bytes)] : [])];
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    const parts = await unzip(bytes);
    return [...parts.keys(), ...(await within([...parts.values()]))];
  }
  if (bytes.subarray(0, PNG.length).equals(PNG)) return within(textsOfPng(bytes));
  if (bytes.subarray(0, 2).equals(GZIP)) return within(orNothing(() => gunzipSync(bytes)));
  const plain = asLetters(bytes);
  const texts = plain.slice(0, 2).flatMap((text) => [text, ...unescaped(text)]);
  const opened = depth === 0 || bytes.length < 100_000 ? decoded(texts[0] ?? '') : [];
  return [...plain, ...texts, ...(await within(opened))];
};

/**
 * Everything in an answer, a file, a mail or a line of a log that somebody could read: what is drawn and spoken in a PDF, the parts of a ZIP and of a
 * workbook, the texts beside a picture, letters of one byte or two, and what is written in base64, in percent, as entities or as escapes.
 */
export const readableText = async (bytes: Buffer): Promise<string> =>
  [...new Set(await lettersIn(bytes, 0))].join('\n');
