import type { ClassFileColumns, ClassFileMapping, NationalSurvey, SurveyImport } from '@samhold/contract';
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

/** Reads which columns a school's own file has; nothing is kept. */
export const readClassColumns = (file: File) => {
  const form = new FormData();
  form.set('file', file, file.name);
  return post<ClassFileColumns>('/national-survey/class-files/columns', form);
};

/** Sends a school's own file to be read by what its columns mean; nothing is in use yet. */
export const sendClassFile = (file: File, mapping: ClassFileMapping) => {
  const form = new FormData();
  // What columns mean stands before the file, so that it is known when the file is read.
  form.set('mapping', JSON.stringify(mapping));
  form.set('file', file, file.name);
  return post<SurveyImport>('/national-survey/class-files', form);
};
