import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { matrixOf } from './as-csv.ts';
import { asXlsx } from './as-xlsx.ts';
import { both, expectedTies, fileOf, labels } from './made-class.fixture.ts';

test('a workbook that another program reads: pupils, choices, matrix, and what they rest on', async () => {
  const file = fileOf();
  const sheets = await readXlsxFile(await asXlsx(file));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Elever', 'Valg', 'Matrise', 'Om filen']);
  const [pupils = [], choices = [], matrix = [], about = []] = sheets.map(({ data }) => data);
  expect(pupils.slice(1)).toEqual(
    file.pupils.map(({ label, responded, received, given, mutual, givenOutside }) => [
      label,
      responded ? 'ja' : 'nei',
      received,
      responded ? 7 : 8,
      given,
      mutual,
      responded ? givenOutside : null,
    ]),
  );
  expect(pupils.map(([label]) => label)).toContain(labels[2]);
  expect(new Set(choices.slice(1).map(([from, to]) => `${String(from)} → ${String(to)}`))).toEqual(
    expectedTies(both),
  );
  expect(matrix.slice(1).map((row) => row.slice(1))).toEqual(matrixOf(file));
  expect(about.flat()).toEqual(
    expect.arrayContaining([
      '8 av 9 elever svarte',
      '24. november 2026',
      'Høstrunde',
      'Alle spørsmål samlet',
    ]),
  );
});
