import type { Report } from '@samhold/contract';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
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
          ...{ questionnaireId: 'q', questionnaireVersion: 1, fromGrade: 5, toGrade: 7, themes: [] },
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

/** The hidden count and who answered, what is left of the group, the shares and the mean they would give. */
const hiddenFigures = ['613', '929', '661', '48', '66', '34', '1,66', '1.66', '65,98', '34,02'];

const numbersIn = (text: string): ReadonlySet<string> => new Set(text.match(/\d+([.,]\d+)?/g) ?? []);
const expectHidden = (text: string): void => {
  const numbers = numbersIn(text);
  for (const figure of hiddenFigures) expect(numbers, figure).not.toContain(figure);
  for (const figure of ['316', '784', '157', '941', '977']) expect(numbers, figure).toContain(figure);
  expect(text).toContain('skjermet');
};

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

test('PDF holds what is released in table and words, is the same file each time, and nothing hidden or derived', () => {
  const pdf = reportAsPdf(report);
  expect(reportAsPdf(report).equals(pdf)).toBe(true);
  // Coordinates are numbers too, so only lines of letters are looked through.
  const text = textOfPdf(pdf)
    .split('\n')
    .filter((line) => !/ (Td|Tm|Tf|cm|obj|re|m|l|c) *$|^\d{10} \d{5}|^<<|stream/.test(line))
    .filter((line) => /^[\p{L}\d «».,+="()–?]+$/u.test(line) && line.length < 200)
    .filter((line) => /\p{L}/u.test(line) || /^\d+$/.test(line))
    .join('\n');
  expect(text).toContain('Til sammen svarer 784 av 941');
  for (const figure of ['613', '929', '661', '1,66', '65,98'])
    expect(numbersIn(text), figure).not.toContain(figure);
  for (const figure of ['316', '784', '941']) expect(numbersIn(text), figure).toContain(figure);
});
