import type {
  MakePublication,
  PublicationList,
  PublicationView,
  Report,
  ReleaseLedger,
  ReportFormat,
  ReportList,
} from '@samhold/contract';
import { get, getFile, getNamedFile, post, postForFile } from '#lib/api.ts';

export const readPublications = () => get<PublicationList>('/publications');
export const readPublication = (id: string) => get<PublicationView>(`/publications/${id}`);
export const makePublication = (wish: MakePublication) => post<PublicationView>('/publications', wish);
export const auditAgain = (id: string) => post<PublicationView>(`/publications/${id}/audit`);
export const publish = (id: string) => post<PublicationView>(`/publications/${id}/publish`);
export const revoke = (id: string) => post<PublicationView>(`/publications/${id}/revoke`);

export const readReports = () => get<ReportList>('/reports');
export const readReport = (id: string) => get<Report>(`/reports/${id}`);
export const reportFileOf = (id: string) => (format: ReportFormat) =>
  getFile(`/reports/${id}/file?format=${format}`);
export const openReport = (link: string) => post<Report>('/reports/open', { link });
export const reportFileBehind = (link: string) => (format: ReportFormat) =>
  postForFile('/reports/file', { link, format });

/** The school's own copy of a release, with the proof, or what its readers were given. */
export type ReleaseCopy = 'own' | 'readers';
export const readLedger = (roundId: string) => get<ReleaseLedger>(`/rounds/${roundId}/releases`);
export const releaseFileOf = (releaseId: string, copy: ReleaseCopy) =>
  getNamedFile(`/releases/${releaseId}/record?copy=${copy}`);
