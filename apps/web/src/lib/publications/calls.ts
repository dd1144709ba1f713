import type {
  MakePublication,
  PublicationList,
  PublicationView,
  Report,
  ReportFormat,
  ReportList,
} from '@samhold/contract';
import { get, getFile, post, postForFile } from '#lib/api.ts';

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
