import { stringify } from 'csv-stringify/sync';
import type { Report } from '@samhold/contract';
import { lineHead, reportLines } from './report-table.ts';

/** As Excel in Norwegian opens it by a double click. What begins like a formula is kept from being one. */
export const reportAsCsv = (report: Report): Buffer =>
  Buffer.from(
    stringify(
      [
        lineHead.map(([, head]) => head),
        ...reportLines(report).map((line) =>
          lineHead.map(([key]) =>
            typeof line[key] === 'number' ? String(line[key]).replace('.', ',') : line[key],
          ),
        ),
      ],
      { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true },
    ),
  );
