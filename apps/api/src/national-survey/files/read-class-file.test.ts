import type { ClassFileMapping } from '@samhold/contract';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { madeClassTable, madeMapping } from '../../testing/class-file.ts';
import { classTableOf, describeColumns } from './class-columns.ts';
import { isFault } from './figure.ts';
import { bytesOf } from './made-export.fixture.ts';
import { readClassFile } from './read-class-file.ts';
import { sheetRows } from './sheet-rows.ts';

const everyYear = () => undefined;

const readBytes = async (
  bytes: Uint8Array,
  mapping = madeMapping,
  known = everyYear as Parameters<typeof readClassFile>[2],
) => {
  const rows = await sheetRows(bytes);
  const table = isFault(rows) ? rows : classTableOf(rows);
  return isFault(table) ? table : readClassFile(table, mapping, known);
};
const read = (text: string, mapping?: ClassFileMapping, known?: Parameters<typeof readClassFile>[2]) =>
  readBytes(bytesOf(text), mapping, known);
const faultsOf = async (text: string, mapping?: ClassFileMapping) => {
  const found = await read(text, mapping);
  return 'file' in found ? found.file.faults : found;
};
const row = (line: string) => `${madeClassTable.split('\r\n')[0] ?? ''}\n${line}\n`;

describe('a school’s own table by class', () => {
  test('gives means and shares of classes, and a hidden figure without numbers', async () => {
    const found = await read(madeClassTable);
    expect(found).toMatchObject({
      file: { table: 'classes', classes: ['5A', '5B'], years: [2025], grades: [5], hidden: 1, faultCount: 0 },
      figures: [
        { table: 'indicators', unit: 'class', className: '5A', topic: 'Trivsel', score: 4.2, answers: 22 },
        { className: '5B', score: 5 },
        { table: 'bullying', className: '5A', score: null, share: 13.6 },
        { className: '5B', hidden: 'udir', share: null, answers: null },
      ],
    });
  });

  test('is the same as a workbook, with a title above and numbers of its own kind', async () => {
    const cells = [
      ['Elevundersøkelsen 2025'],
      ['Klasse', 'Tema', 'Snitt', 'Andel', 'Antall svar'],
      ['5A', 'Trivsel', 4.2, null, 22],
      ['5B', 'Trivsel', 5, null, 21],
      ['5A', 'Mobbing på skolen', null, 13.6, 22],
      ['5B', 'Mobbing på skolen', null, '*', '*'],
    ].map((cellsOfRow) => cellsOfRow.map((value) => (value === null ? null : { value })));
    const blob = await writeXlsxFile(cells).toBuffer();
    const [workbook, text] = [await readBytes(new Uint8Array(blob)), await read(madeClassTable)];
    expect('figures' in workbook && workbook.figures).toEqual('figures' in text && text.figures);
  });

  test('can have a column for each topic, whose name is the topic', async () => {
    const columns = [
      { name: 'Klasse', meaning: 'class' },
      { name: 'Svar', meaning: 'answers' },
      { name: 'Trivsel', meaning: 'topic_score' },
      { name: 'Mobbing på skolen', meaning: 'topic_share' },
    ] as const;
    const table = 'Klasse;Svar;Trivsel;Mobbing på skolen\n7 a;20;3,9;5,0 %\n7B;*;*;*\n';
    expect(await read(table, { year: 2025, columns: [...columns] })).toMatchObject({
      file: { faultCount: 0, hidden: 2, classes: ['7A', '7B'] },
      figures: [
        { className: '7A', topic: 'Trivsel', score: 3.9 },
        { table: 'bullying', className: '7A', share: 5 },
        { hidden: 'udir' },
        { hidden: 'udir' },
      ],
    });
  });

  test.each([
    ['5A;Trivsel;mye;;22', 'Snittet er ikke et tall.'],
    ['5A;Trivsel;5,1;;22', 'Snittet ligger utenfor 1–5.'],
    ['5A;Trivsel;;;22', 'Tallet mangler.'],
    ['5A;Trivsel;4,2;;', 'Antall svar mangler.'],
    ['5A;Trivsel;4,2;;22,5', 'Antall svar er ikke et helt tall.'],
    ['5A;Mobbing;;0,12;22', 'Andelen ser ut til å være skrevet som 0,12. Skriv den i prosent.'],
    ['5A;;4,2;;22', 'Temaet mangler.'],
    [';Trivsel;4,2;;22', 'Klassen mangler.'],
    ['Blå gruppe;Trivsel;4,2;;22', 'Klassen kan ikke leses. Skriv den som 7A.'],
    ['9A;Trivsel;4,2;;22', 'Klassen er ikke på 1.–7. trinn.'],
  ])('%s is refused with the row and the reason', async (line, reason) => {
    expect(await faultsOf(row(line))).toEqual([{ row: 2, reason }]);
  });

  test('may be hidden throughout, and then holds no number at all', async () => {
    const found = await read(row('5A;Trivsel;*;;*\n5B;Trivsel;*;;*\n5. trinn;Trivsel;4,1;;40'));
    expect(found).toMatchObject({ file: { hidden: 2, school: 2, sums: 1, faultCount: 0 } });
    const none = { hidden: 'udir', score: null, share: null, answers: null };
    expect('figures' in found && found.figures).toMatchObject([none, none]);
  });

  test('has each number once: the same again is counted, another is a fault', async () => {
    expect(await read(row('5A;Trivsel;4,2;;22\n5A;Trivsel;4,20;;22'))).toMatchObject({
      file: { duplicates: 1, faultCount: 0 },
    });
    expect(await faultsOf(row('5A;Trivsel;4,2;;22\n5A;Trivsel;4,3;;22'))).toEqual([
      { row: 3, reason: 'Samme tall står på en tidligere rad med en annen verdi.' },
    ]);
  });

  test('is held against its sums, unless a class is hidden, and sums are not kept', async () => {
    const sum = (line: string, second = '5B;Trivsel;4,0;;20') =>
      row(`5A;Trivsel;4,2;;20\n${second}\n${line}`);
    expect(await read(sum('5. trinn;Trivsel;4,1;;40'))).toMatchObject({
      figures: { length: 2 },
      file: { sums: 1, faultCount: 0 },
    });
    expect(await faultsOf(sum('Totalt;Trivsel;4,1;;41'))).toEqual([
      { row: 4, reason: 'Antall svar i summen stemmer ikke med klassene.' },
    ]);
    expect(await faultsOf(sum('5. trinn;Trivsel;4,4;;40'))).toEqual([
      { row: 4, reason: 'Snittet i summen stemmer ikke med klassene.' },
    ]);
    expect(await faultsOf(sum('5. trinn;Trivsel;4,4;;45', '5B;Trivsel;*;;*'))).toEqual([]);
  });

  test('of a class the school did not have that year is another school’s', async () => {
    const known = (year: number) => (year === 2025 ? new Set(['5A']) : undefined);
    const found = await read(madeClassTable, madeMapping, known);
    expect('file' in found && found.file.faults[0]).toEqual({
      row: 3,
      reason: 'Klassen 5B finnes ikke på skolen dette skoleåret.',
    });
    expect(await read(madeClassTable, { ...madeMapping, year: 2019 }, known)).toMatchObject({
      file: { faultCount: 0 },
    });
  });

  test.each([
    [['Klasse', 'skip'], 'Velg hvilken kolonne som har klassen.'],
    [['Antall svar', 'skip'], 'Velg hvilken kolonne som har antall svar.'],
    [['Tema', 'skip'], 'Velg hvilken kolonne som har temaet eller spørsmålet.'],
    [['Tema', 'class'], 'To kolonner kan ikke bety det samme.'],
  ] as const)('needs columns that can be read: %s', async ([changed, meaning], fault) => {
    const columns = madeMapping.columns.map((one) => (one.name === changed ? { ...one, meaning } : one));
    expect(await read(madeClassTable, { ...madeMapping, columns })).toEqual({ fault });
  });

  test('whose columns have changed, which is empty, broken or holds pupils, is refused whole', async () => {
    expect(await read(madeClassTable.replace('Snitt', 'Resultat'))).toEqual({
      fault: 'Kolonnene er ikke de samme som i filen. Velg filen på nytt.',
    });
    expect(await read('')).toEqual({ fault: 'Filen er tom.' });
    expect(await read('bare\ntekst\n')).toMatchObject({
      fault: expect.stringContaining('navn på kolonnene') as string,
    });
    expect(await read(row('5A;01012012345;4,2;;22'))).toMatchObject({
      fault: expect.stringContaining('fødselsnummer') as string,
    });
    expect(await readBytes(new Uint8Array([80, 75, 3, 4, 9, 9]))).toMatchObject({
      fault: expect.stringContaining('skadet') as string,
    });
  });
});

test('columns are guessed by name, and what was said before counts first', async () => {
  const rows = await sheetRows(bytesOf(madeClassTable));
  const table = isFault(rows) ? rows : classTableOf(rows);
  if (isFault(table)) throw new Error(table.fault);
  const described = describeColumns(table, new Map([['Andel', 'skip']]));
  expect(described.map(({ meaning }) => meaning)).toEqual(['class', 'topic', 'score', 'skip', 'answers']);
  expect(described.filter(({ remembered }) => remembered).map(({ name }) => name)).toEqual(['Andel']);
  expect(described[0]?.examples).toEqual(['5A', '5B']);
});

test('columns named as topics of Elevundersøkelsen are guessed as such, each with a number of its own', async () => {
  const names = [
    'Klasse',
    'Svar',
    'trivsel',
    'Støtte hjemmefra',
    'Har du noen å være sammen med?',
    'Mobbing på skolen',
    'Merknad',
  ];
  const rows = await sheetRows(bytesOf(`${names.join(';')}\n5A;20;4,4;4,1;4,6;5,0;-\n`));
  const table = isFault(rows) ? rows : classTableOf(rows);
  if (isFault(table)) throw new Error(table.fault);
  expect(describeColumns(table, new Map()).map(({ meaning }) => meaning)).toEqual([
    ...['class', 'answers', 'topic_score', 'topic_score', 'topic_score', 'topic_share', 'skip'],
  ]);
});
