import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { choicesAsCsv, matrixAsCsv } from './as-csv.ts';
import { both, expectedTies, fileOf, labels } from './made-class.fixture.ts';

const read = (file: Buffer): string[][] => parse(file, { bom: true, delimiter: ';' });
/** What a spreadsheet shows of a text that is marked as one. */
const shown = (cell = ''): string => cell.replace(/^'/, '');
const formula = /^[=+\-@\t\r]/;

test('choices as CSV: a row each, with what they rest on to the right', () => {
  const [head, ...rows] = read(choicesAsCsv(fileOf()));
  expect(head?.slice(0, 4)).toEqual(['Valgte', 'Ble valgt', 'Gjensidig', 'Spørsmål']);
  expect(new Set(rows.map(([from, to]) => `${shown(from)} → ${shown(to)}`))).toEqual(expectedTies(both));
  expect(rows).toHaveLength(expectedTies(both).size);
  for (const row of rows)
    expect(row.slice(4)).toEqual(['5A', 'Høstrunde', '24. november 2026', '8 av 9 elever svarte']);
  const mutual = rows
    .filter(([, , answer]) => answer === 'ja')
    .map(([from, to]) => `${shown(from)} → ${shown(to)}`);
  expect(new Set(mutual)).toEqual(expectedTies(both, true));
  expect(rows.find(([from, to]) => shown(from) === labels[0] && shown(to) === labels[1])?.[3]).toBe(
    'Friminutt, Samarbeid',
  );
});

test('the matrix as CSV: square, with nothing where a pupil has not answered', () => {
  const file = fileOf({ criterion: 'recess' });
  const [[corner = '', ...columns] = [], ...rows] = read(matrixAsCsv(file));
  expect(corner).toContain('Friminutt. 8 av 9 elever svarte, 24. november 2026');
  expect(columns.map(shown)).toEqual(file.pupils.map(({ label }) => label));
  expect(rows.map(([name]) => shown(name))).toEqual(columns.map(shown));
  const ones = rows.flatMap(([name, ...cells]) =>
    cells.flatMap((cell, at) => (cell === '1' ? [`${shown(name)} → ${shown(columns[at])}`] : [])),
  );
  expect(new Set(ones)).toEqual(expectedTies(['recess']));
  const absent = rows.find(([name]) => name === labels.at(-1));
  expect(new Set(absent?.slice(1))).toEqual(new Set(['']));
  for (const row of rows.filter((one) => one !== absent)) expect(row).not.toContain('');
});

test('S4: no cell can be taken for a formula, and Excel knows the letters', () => {
  for (const file of [choicesAsCsv(fileOf()), matrixAsCsv(fileOf())]) {
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.toString('utf8')).toContain('\r\n');
    for (const cell of read(file).flat()) expect(cell).not.toMatch(formula);
  }
});
