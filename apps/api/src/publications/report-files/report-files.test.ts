import type { Report } from '@samhold/contract';
import readXlsxFile from 'read-excel-file/node';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { zipParts } from '../../testing/zip-parts.ts';
import { textOfPdf } from '../../testing/pdf-text.ts';
import { reportAsCsv } from './as-csv.ts';
import { reportAsPdf } from './as-pdf.ts';
import { reportAsXlsx } from './as-xlsx.ts';

const options = [
  { optionId: 'above', text: '«ofte» eller «alltid»', score: 2, of: ['4', '5'] },
  { optionId: 'others', text: '«aldri»', score: 1, of: ['1'] },
];
const row = (groupId: string, level: 'grade' | 'school', counts: readonly (number | null)[]) => ({
  ...{ groupId, level, of: ['5A'], size: 977 },
  answered: counts.includes(null) ? null : 941,
  counts: options.map(({ optionId }, at) => ({ optionId, count: counts[at] ?? null })),
  mean: counts.includes(null) ? null : 1.83,
});

/** Of the grade 613 of 929 who answered are hidden: 316 and 977 are what is known of it. */
const report: Report = {
  ...{ schoolName: 'Vik skole', title: '=HYPERLINK("x")', audience: 'parentCouncil', grade: null },
  publishedOn: '2026-11-27',
  thresholds: { smallestGroup: 10, smallestCell: 5, smallestGroupSensitive: 20 },
  rounds: [
    {
      ...{ kind: 'wellbeing', roundId: '00000000-0000-4000-8000-000000000001', roundName: '+Høst' },
      tables: [
        {
          ...{ questionnaireId: 'q', questionnaireVersion: 1, fromGrade: 5, toGrade: 7 },
          themes: [
            {
              ...{ themeId: 'friends', items: ['i', 'j'] },
              rows: [
                { groupId: '5', level: 'grade', of: ['5A'], size: 977, shareAbove: null },
                { groupId: 'school', level: 'school', of: ['5A'], size: 977, shareAbove: 0.85 },
              ],
            },
          ],
          items: [
            {
              ...{ itemId: 'i', theme: 'friends', text: 'Har du noen å være med?', options },
              rows: [row('5', 'grade', [null, 316]), row('school', 'school', [784, 157])],
            },
          ],
        },
      ],
    },
  ],
};

/** The hidden count and who answered, what is left of the group, the shares and the mean they would give, and the share of the theme. */
const hiddenFigures = ['613', '929', '661', '48', '66', '34', '1,66', '1.66', '65,98', '34,02'].concat([
  '0,66',
  '0.66',
  '0,6598',
  '0.6598',
  '0,65',
  '0.65',
  '65',
  '0,7',
  '0.7',
  '70',
]);

const numbersIn = (text: string): ReadonlySet<string> => new Set(text.match(/\d+([.,]\d+)?/g) ?? []);
const expectHidden = (text: string): void => {
  const numbers = numbersIn(text);
  for (const figure of hiddenFigures) expect(numbers, figure).not.toContain(figure);
  for (const figure of ['316', '784', '157', '941', '977']) expect(numbers, figure).toContain(figure);
  expect(text).toContain('skjermet');
};

test('the page is given what is released, and nothing hidden or derived from it', () => {
  const text = JSON.stringify(report).replaceAll('null', 'skjermet');
  expectHidden(text);
});

test('CSV holds what is released, nothing hidden or derived from it, and no formula', () => {
  const text = reportAsCsv(report).toString('utf8');
  expectHidden(text);
  expect(text).not.toMatch(/(^|;)[=+@]/m);
  expect(text).toContain('1,83');
});

test('XLSX holds what is released, and nothing hidden or derived from it', async () => {
  const sheets = await readXlsxFile(await reportAsXlsx(report));
  const rows = sheets.flatMap(({ data }) => data);
  expectHidden(rows.flat().join('\n'));
  expect(rows.flat()).toContain(784);
});

test('no part of an XLSX, hidden ones among them, holds more than its cells show', async () => {
  const parts = zipParts(await reportAsXlsx(report));
  const book = parts.get('xl/workbook.xml') ?? '';
  expect(book.match(/<sheet /g)).toHaveLength(2);
  const sheets = [...parts].filter(([path]) => /^xl\/worksheets\/[^/]+$/.test(path));
  expect(sheets).toHaveLength(2);
  for (const [path, xml] of parts)
    expect(xml, path).not.toMatch(/hidden=|veryHidden|<f[ >]|<definedName[ >]/);
  for (const [path, xml] of [...sheets, ...[...parts].filter(([one]) => /shared|comment|doc/.test(one))]) {
    const numbers = numbersIn(
      xml.replaceAll(/<(cols|sheetViews|sheetFormatPr)[^]*?(\/>|<\/\1>)|\b[rs]="[^"]*"/g, ''),
    );
    for (const figure of hiddenFigures) expect(numbers, `${path} ${figure}`).not.toContain(figure);
  }
});

test('XLSX and CSV hide the same cells', async () => {
  const [sheet] = await readXlsxFile(await reportAsXlsx(report));
  const csv = parse(reportAsCsv(report), { bom: true, delimiter: ';' }) as string[][];
  const written = (value: unknown) => (typeof value === 'number' ? String(value).replace('.', ',') : value);
  const cells = sheet?.data.map((row) => row.map((value) => written(value ?? ''))) ?? [];
  // Only CSV needs to keep a formula from being one.
  expect(cells).toEqual(csv.map((row) => row.map((value) => value.replace(/^'(?=[=+@-])/, ''))));
  expect(csv.flat().filter((value) => value === 'skjermet').length).toBeGreaterThan(3);
});

test('PDF holds what is released in table and words, is the same file each time, and nothing hidden or derived', () => {
  const pdf = reportAsPdf(report);
  expect(reportAsPdf(report).equals(pdf)).toBe(true);
  // Coordinates are numbers too, so only lines of letters are looked through.
  const text = textOfPdf(pdf)
    .split('\n')
    .filter((line) => !/ (Td|Tm|Tf|cm|obj|re|m|l|c) *$|^\d{10} \d{5}|^<<|stream/.test(line))
    .filter((line) => /^[\p{L}\d «».,+="()–?%]+$/u.test(line) && line.length < 200)
    .filter((line) => /\p{L}/u.test(line) || /^\d+( %)?$/.test(line))
    .join('\n');
  expect(text).toContain('Til sammen svarer 784 av 941');
  for (const figure of ['613', '929', '661', '1,66', '65,98', '65', '70', '66'])
    expect(numbersIn(text), figure).not.toContain(figure);
  for (const figure of ['316', '784', '941', '85']) expect(numbersIn(text), figure).toContain(figure);
});
