import type { Report, ReportFormat } from '@samhold/contract';
import { reportAsCsv } from './as-csv.ts';
import { reportAsPdf } from './as-pdf.ts';
import { reportAsXlsx } from './as-xlsx.ts';

export type ReportFile = { readonly name: string; readonly type: string; readonly body: Buffer };

/** The report as a file, from what is frozen and nothing else. */
export const reportFile = async (report: Report, format: ReportFormat): Promise<ReportFile> => {
  const name = `rapport.${format}`;
  if (format === 'pdf') return { name, type: 'application/pdf', body: reportAsPdf(report) };
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', body: reportAsCsv(report) };
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, type, body: await reportAsXlsx(report) };
};
