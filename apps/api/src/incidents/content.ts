import { createHash } from 'node:crypto';
import type { IncidentPlace, NewIncident } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';

/** What is sealed of a report. */
export type ReportContent = {
  readonly happenedAt: string | null;
  readonly place: IncidentPlace;
  readonly seen: string;
  readonly done: string;
};

const contentPlace = (reportId: string) =>
  ({ table: 'incident_report', column: 'content', row: reportId }) as const;
const stepPlace = (reportId: string, number: number) =>
  ({ table: 'incident_step', column: 'content', row: `${reportId} ${number}` }) as const;

export const sealContent = (sealer: SchoolSealer, reportId: string, written: NewIncident): Buffer => {
  const { happenedAt, place, seen, done } = written;
  const content: ReportContent = { happenedAt, place, seen: seen.trim(), done: done.trim() };
  return sealer.seal(JSON.stringify(content), contentPlace(reportId));
};

export const openContent = (
  sealer: SchoolSealer,
  row: { readonly report_id: string; readonly content: Buffer },
): ReportContent =>
  // Written by sealContent only.
  JSON.parse(sealer.open(row.content, contentPlace(row.report_id))) as ReportContent;

export const sealStep = (sealer: SchoolSealer, reportId: string, number: number, text: string): Buffer =>
  sealer.seal(text, stepPlace(reportId, number));

export const openStep = (
  sealer: SchoolSealer,
  row: { readonly report_id: string; readonly number: number; readonly content: Buffer },
): string => sealer.open(row.content, stepPlace(row.report_id, row.number));

/**
 * The id of a report from the one its writer's device made. It differs from writer to writer, so that nobody can try an id and
 * learn from a refusal that somebody else has filed under it.
 */
export const reportIdOf = (staffId: string, madeId: string): string => {
  const hex = createHash('sha256').update(`incident report ${staffId} ${madeId}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};
