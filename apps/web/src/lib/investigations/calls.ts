import type {
  AskInvestigation,
  CaseInvestigations,
  Investigation,
  InvestigationOffer,
  InvestigationResult,
  NewReply,
} from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

const one = (investigationId: string) => `/investigations/${investigationId}`;

export const readInvestigations = (caseId: string) =>
  get<CaseInvestigations>(`/cases/${caseId}/investigations`);
export const readOffer = (caseId: string) => get<InvestigationOffer>(`/cases/${caseId}/investigations/offer`);
export const askInvestigation = (caseId: string, wish: AskInvestigation) =>
  post<Investigation>(`/cases/${caseId}/investigations`, wish);
export const readInvestigation = (id: string) => get<Investigation>(one(id));
export const decideInvestigation = (id: string, approved: boolean, reason: string) =>
  post<Investigation>(`${one(id)}/decision`, { approved, reason });
export const openInvestigation = (id: string) => post<Investigation>(`${one(id)}/open`);
export const endInvestigation = (id: string) => post<Investigation>(`${one(id)}/end`);
export const changeReaders = (id: string, readerIds: readonly string[]) =>
  put<Investigation>(`${one(id)}/readers`, { readerIds });
export const readAnswers = (id: string, purpose: string) =>
  post<InvestigationResult>(`${one(id)}/answers`, { purpose });
export const addReply = (id: string, reply: NewReply) =>
  post<InvestigationResult>(`${one(id)}/replies`, reply);
