import type {
  CaseChoices,
  CaseList,
  CaseView,
  OpenCase,
  OpenedCase,
  RecordCaseEntry,
  RecordedCaseEntry,
} from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readCases = () => get<CaseList>('/cases');
export const readCaseChoices = () => get<CaseChoices>('/case-choices');
export const openCase = (body: OpenCase) => post<OpenedCase>('/cases', body);
export const readCase = (caseId: string) => get<CaseView>(`/cases/${caseId}`);
export const recordCaseEntry = (caseId: string, entry: RecordCaseEntry) =>
  post<RecordedCaseEntry>(`/cases/${caseId}/entries`, entry);
