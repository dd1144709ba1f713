import type { RosterImport, RosterImportDetails, RosterImportList } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const listImports = () => get<RosterImportList>('/roster/imports');
export const readImport = (importId: string) => get<RosterImportDetails>(`/roster/imports/${importId}`);
export const applyImport = (importId: string, confirmLeaving: boolean) =>
  post<RosterImport>(`/roster/imports/${importId}/apply`, { confirmLeaving });
export const discardImport = (importId: string) => post<RosterImport>(`/roster/imports/${importId}/discard`);
