import type { NationalSurvey, SurveyImport } from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

export const readNationalSurvey = () => get<NationalSurvey>('/national-survey');
export const readSurveyImport = (surveyImportId: string) =>
  get<SurveyImport>(`/national-survey/imports/${surveyImportId}`);
export const setInUse = (surveyImportId: string, inUse: boolean) =>
  put<SurveyImport>(`/national-survey/imports/${surveyImportId}/in-use`, { inUse });

/** Sends a file to be read; nothing is in use yet. */
export const sendSurveyFile = (file: File) => {
  const form = new FormData();
  form.set('file', file, file.name);
  return post<SurveyImport>('/national-survey/imports', form);
};
