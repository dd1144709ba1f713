import type {
  AccessExport,
  Erased,
  FoundPupils,
  NewAccessExport,
  NewHold,
  PersonName,
  PupilRights,
  Retention,
  RetentionSettings,
  ReviewField,
} from '@samhold/contract';
import { get, getFile, post, put } from '#lib/api.ts';

const of = (pupilId: string) => `/pupil-rights/${pupilId}`;

/** A search for a name: it is logged that there was one. */
export const findForRights = (sought: string) => post<FoundPupils>('/pupil-rights/pupils', { sought });
export const readRights = (pupilId: string) => get<PupilRights>(of(pupilId));
export const rectifyName = (pupilId: string, name: PersonName) => put(`${of(pupilId)}/name`, name);
export const placeHold = (pupilId: string, hold: NewHold) => post(`${of(pupilId)}/holds`, hold);
export const endHold = (pupilId: string, holdId: string) => post(`${of(pupilId)}/holds/${holdId}/end`);
export const erasePupil = (pupilId: string, name: string) => post<Erased>(`${of(pupilId)}/erasure`, { name });
export const readRetention = () => get<Retention>('/retention');
export const setRetention = (settings: RetentionSettings) => put('/retention', settings);

const ofExport = (pupilId: string, exportId: string) => `${of(pupilId)}/exports/${exportId}`;

export const beginExport = (pupilId: string, wish: NewAccessExport) => post(`${of(pupilId)}/exports`, wish);
export const readExport = (pupilId: string, exportId: string) =>
  get<AccessExport>(ofExport(pupilId, exportId));
export const reviewExport = (pupilId: string, exportId: string, review: ReviewField) =>
  put<AccessExport>(`${ofExport(pupilId, exportId)}/review`, review);
export const finishExport = (pupilId: string, exportId: string, revision: number) =>
  post<AccessExport>(`${ofExport(pupilId, exportId)}/finish`, { revision });
export const exportFile = (pupilId: string, exportId: string) =>
  getFile(`${ofExport(pupilId, exportId)}/file`);
export const exportData = (pupilId: string, exportId: string) =>
  getFile(`${ofExport(pupilId, exportId)}/data`);
