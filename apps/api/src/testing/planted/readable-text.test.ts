import { deflateSync, gzipSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { makeBag } from '../../case-documents/bag.ts';
import { casePdf } from '../../case-documents/case-pdf.ts';
import { readableText } from './readable-text.ts';

const name = 'Zyxelinde Qvørnestad';
const line = `Eleven er ${name} og går i 5A.`;

const pdfOf = (text: string): Buffer =>
  casePdf({
    frame: { title: 'En sak', subtitle: 'Sak 1', schoolName: 'Prøve', day: '2026-11-24' },
    about: [],
    sections: [{ heading: 'Notat', aside: '', fields: [{ key: '1', label: 'Hva', text }], measures: [] }],
  });
const bagOf = async (bytes: Buffer): Promise<Buffer> => {
  const info = { source: 'Prøve', description: 'En sak', identifier: '1', day: '2026-11-24' };
  return (await makeBag([{ name: 'sak.pdf', bytes }], info)).zip;
};
const workbook = (text: string): Promise<Buffer> =>
  writeXlsxFile([
    { sheet: 'Elever', data: [[{ value: text, type: String }]], columns: [{ width: 24 }] },
  ]).toBuffer();
const chunk = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)]);
};
const pngOf = (kind: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.alloc(13)),
    chunk(kind, content),
  ]);
const utf8 = Buffer.from(line);
const wide = Buffer.from(line, 'utf16le');
const quoted = [...utf8].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const entities = [...line].map((letter) => `&#${letter.codePointAt(0) ?? 0};`).join('');
const escapes = [...line]
  .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .join('');

/** The name in each of the ways a file of ours, or of a program that passes it on, may hold it. */
const holding: Readonly<Record<string, () => Buffer | Promise<Buffer>>> = {
  'plain letters': () => utf8,
  'letters of one byte': () => Buffer.from(line, 'latin1'),
  'letters of two bytes, low first': () => wide,
  'letters of two bytes after an odd one': () => Buffer.concat([Buffer.from([1]), wide]),
  'letters of two bytes, high first': () => Buffer.from(wide).swap16(),
  base64: () => Buffer.from(`{"file":"${utf8.toString('base64')}"}`),
  'base64 over several lines': () => Buffer.from(utf8.toString('base64').replaceAll(/.{20}/g, '$&\r\n')),
  'base64 of an address': () => Buffer.from(`a/${utf8.toString('base64url')}?b`),
  'base64 of a PDF': () => Buffer.from(JSON.stringify({ file: pdfOf(line).toString('base64') })),
  percent: () => Buffer.from(`/search?q=${encodeURIComponent(line)}`),
  'quoted letters of a mail': () => Buffer.from(quoted),
  entities: () => Buffer.from(`<text>${entities}</text>`),
  'escapes of JSON': () => Buffer.from(`"${escapes}"`),
  'a PDF': () => pdfOf(line),
  'a ZIP with a PDF in it': () => bagOf(pdfOf(line)),
  'a workbook': () => workbook(line),
  'a packed file': () => gzipSync(utf8),
  'a text beside a picture': () => pngOf('tEXt', Buffer.from(`Title\0${line}`, 'latin1')),
  'a packed text beside a picture': () =>
    pngOf('zTXt', Buffer.concat([Buffer.from('Title\0\0'), deflateSync(utf8)])),
};

describe('what can be read', () => {
  test.each(Object.keys(holding))('a name is found in %s', async (where) => {
    const text = await readableText(await (holding[where] ?? expect.fail())());
    expect(text).toContain('Zyxelinde');
    expect(text).toContain('nestad');
  });

  test('no name is found where there is none', async () => {
    for (const bytes of [
      pdfOf('Ingen.'),
      await bagOf(pdfOf('Ingen.')),
      await workbook('Ingen'),
      gzipSync('Ingen'),
    ])
      expect(await readableText(bytes)).not.toMatch(/Zyxelinde|nestad/);
  });
});
