import type {
  FoundPupils,
  Incident,
  IncidentForm,
  IncidentList,
  NewIncident,
  OwnIncident,
  OwnIncidents,
  RecordIncidentStep,
} from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readIncidentForm = () => get<IncidentForm>('/incidents/form');
export const findPupils = (sought: string) => post<FoundPupils>('/incidents/pupils', { sought });
export const fileIncident = (report: NewIncident) => post<OwnIncident>('/incidents', report);
export const readOwnIncidents = () => get<OwnIncidents>('/incidents/own');
export const addToIncident = (reportId: string, text: string) =>
  post<OwnIncident>(`/incidents/${reportId}/additions`, { text });
export const readIncidents = () => get<IncidentList>('/incidents');
export const readIncident = (reportId: string) => get<Incident>(`/incidents/${reportId}`);
export const recordStep = (reportId: string, step: RecordIncidentStep) =>
  post(`/incidents/${reportId}/steps`, step);
