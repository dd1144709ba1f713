import { afterAll, describe, expect, test } from 'vitest';
import { openFolder } from './run-analyse.fixture.ts';

const folder = openFolder();
afterAll(() => folder.remove());

const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
const nodesOf = async (content: string | Uint8Array): Promise<readonly string[]> => {
  const { code, faults, out } = await folder.network(content);
  expect(code, faults).toBe(0);
  return (JSON.parse(out) as { nodes: string[] }).nodes;
};

describe('a file is read', () => {
  const expected = ['Anna Å', 'Bo'];

  test('with byte order mark, any line ending, semicolons, tabs and quotes', async () => {
    for (const content of [
      'source,target\nAnna Å,Bo\n',
      '\uFEFFsource,target\r\nAnna Å,Bo\r\n',
      'source;target\rAnna Å;Bo',
      'source\ttarget\nAnna Å\tBo\n',
      '"source" , "target"\n"Anna Å",  "Bo" \n\n\n',
      'sep=;\r\nTarget;SOURCE\r\nBo;Anna Å\r\n',
      'note,source,target\n"one, ""two""\nthree",Anna Å,Bo\n'.replace('\nthree', ' three'),
    ])
      expect(await nodesOf(content)).toEqual(expected);
  });

  test('as UTF-8, UTF-16 or Windows-1252, and composed the same way', async () => {
    const text = 'source,target\nAnna Å,Bo\n';
    expect(await nodesOf(bytes(text, 'latin1'))).toEqual(expected);
    const utf16 = bytes(text, 'utf16le');
    for (const file of [utf16, Buffer.concat([bytes('\u00ff\u00fe', 'latin1'), utf16])]) {
      expect(await nodesOf(file)).toEqual(expected);
      expect(await nodesOf(Buffer.from(file).swap16())).toEqual(expected);
    }
    expect(await nodesOf(text.replace('Å', 'A\u030A'))).toEqual(expected);
  });
});

describe('one line says what is wrong with a file, and where', () => {
  test.each<readonly [string, string | Uint8Array, string]>([
    ['an empty file', '', 'f.csv: filen er tom.'],
    ['a file of blank lines', '\n \n', 'f.csv: filen er tom.'],
    ['a header alone', 'source,target\n', 'f.csv: filen har ingen rader.'],
    [
      'no column for the target',
      'source,to_whom\na,b\n',
      'f.csv, rad 1: kolonnen target eller ratee eller to mangler; filen har «source, to_whom».',
    ],
    ['a column twice', 'source,target,Target\na,b,c\n', 'f.csv, rad 1: kolonnen target finnes to ganger.'],
    ['a blank id', 'source,target\na,b\n\n,c\n', 'f.csv, rad 4: source er tom.'],
    ['a row too short', 'source,target\na\n', 'f.csv, rad 2: target er tom.'],
    [
      'a row too long',
      'source,target\na,b,c\n',
      'f.csv, rad 2: raden har flere verdier enn det er kolonner.',
    ],
    ['a quote left open', 'source,target\na,"b\nc,d\n', 'anførselstegn står feil eller er ikke lukket.'],
    ['a control character', 'source,target\na,b\u0000c\n', 'f.csv, rad 2: «b c» har ugyldige tegn.'],
    [
      'an older spreadsheet',
      bytes('\u00d0\u00cf\u0011\u00e0\u00a1', 'latin1'),
      'f.csv: dette er ikke en CSV-fil; lagre regnearket som CSV.',
    ],
    ['a PDF file', '%PDF-1.4', 'f.csv: dette er ikke en CSV-fil; lagre regnearket som CSV.'],
    [
      'a spreadsheet',
      bytes('PK\u0003\u0004 and more', 'latin1'),
      'f.csv: dette er ikke en CSV-fil; lagre regnearket som CSV.',
    ],
  ])('%s', async (_, content, reason) => {
    const { code, faults, out } = await folder.network(content);
    expect([code, out]).toEqual([2, '']);
    expect(faults.trimEnd().split('\n')).toHaveLength(1);
    expect(faults).toContain(reason);
  });
});
