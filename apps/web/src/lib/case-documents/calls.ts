import type {
  CaseDocument,
  CaseDocuments,
  CaseExportReceipt,
  CaseRecipient,
  NewCaseDocument,
  ReviewField,
} from '@samhold/contract';
import { get, getFile, post, postForFile, put } from '#lib/api.ts';

const of = (caseId: string) => `/cases/${caseId}/documents`;

export const readDocuments = (caseId: string) => get<CaseDocuments>(of(caseId));
export const beginDocument = (caseId: string, wish: NewCaseDocument) => post<CaseDocument>(of(caseId), wish);
export const readDocument = (caseId: string, documentId: string) =>
  get<CaseDocument>(`${of(caseId)}/${documentId}`);
export const reviewField = (caseId: string, documentId: string, review: ReviewField) =>
  put<CaseDocument>(`${of(caseId)}/${documentId}/review`, review);
export const finishDocument = (caseId: string, documentId: string, revision: number) =>
  post<CaseDocument>(`${of(caseId)}/${documentId}/finish`, { revision });
export const documentFile = (caseId: string, documentId: string) =>
  getFile(`${of(caseId)}/${documentId}/file`);
export const exportCase = (caseId: string, exportId: string, recipient: CaseRecipient) =>
  postForFile(`/cases/${caseId}/exports`, { exportId, recipient });
export const receiveExport = (caseId: string, exportId: string, receipt: CaseExportReceipt) =>
  post(`/cases/${caseId}/exports/${exportId}/receipt`, receipt);
export const keepCases = (keptDays: number) => put('/case-retention', { keptDays });
