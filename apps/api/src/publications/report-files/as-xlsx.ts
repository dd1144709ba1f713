import writeXlsxFile from 'write-excel-file/node';
import type { Report } from '@samhold/contract';
import { aboutReport } from './about-report.ts';
import { lineHead, reportLines } from './report-table.ts';

/** A text is written as a text whatever it begins with: Excel takes no such cell for a formula. */
const cell = (value: string | number) => (typeof value === 'number' ? value : { value, type: String });

/** The figures, and a sheet on how to read them. */
export const reportAsXlsx = (report: Report): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: 'Tall',
      data: [
        lineHead.map(([, head]) => ({ ...{ value: head, type: String }, fontWeight: 'bold' as const })),
        ...reportLines(report).map((line) => lineHead.map(([key]) => cell(line[key]))),
      ],
      columns: lineHead.map(([key]) => ({ width: key === 'item' ? 44 : key === 'option' ? 28 : 14 })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'Om tallene',
      data: [report.title, report.schoolName, ...aboutReport(report)].map((text) => [cell(text)]),
      columns: [{ width: 100 }],
      stickyRowsCount: 0,
    },
  ]).toBuffer();
