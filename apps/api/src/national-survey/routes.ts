import multipart from '@fastify/multipart';
import { ClassFileColumns, Id, NationalSurvey, Shape, SurveyImport, SurveyInUse } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readSurveyFile, setInUse, showSurveyImport } from './imports.ts';
import { showNationalSurvey } from './show-school.ts';
import { readColumns, readOwnClassFile } from './class-files.ts';
import { multipartLimits, uploadedBytes, uploadedClassFile } from './upload.ts';

const config = { access: ['leadership'] } as const;
const readers = { access: ['leadership', 'social_teacher'] } as const;
const params = Shape({ surveyImportId: Id });

export const nationalSurveyRoutes = (deps: Dependencies) => async (api: Api) => {
  await api.register(multipart, { limits: multipartLimits });

  api.get('/national-survey', { config: readers, schema: { response: { 200: NationalSurvey } } }, (request) =>
    showNationalSurvey(deps, request.staff),
  );

  api.post(
    '/national-survey/imports',
    { config, schema: { consumes: ['multipart/form-data'], response: { 200: SurveyImport } } },
    async (request) => readSurveyFile(deps, request.staff, await uploadedBytes(request)),
  );

  api.post(
    '/national-survey/class-files/columns',
    { config, schema: { consumes: ['multipart/form-data'], response: { 200: ClassFileColumns } } },
    async (request) => readColumns(deps, request.staff, (await uploadedClassFile(request)).bytes),
  );

  api.post(
    '/national-survey/class-files',
    { config, schema: { consumes: ['multipart/form-data'], response: { 200: SurveyImport } } },
    async (request) => {
      const { bytes, mapping } = await uploadedClassFile(request);
      return readOwnClassFile(deps, request.staff, bytes, mapping);
    },
  );

  api.get(
    '/national-survey/imports/:surveyImportId',
    { config, schema: { params, response: { 200: SurveyImport } } },
    (request) => showSurveyImport(deps, request.staff, request.params.surveyImportId),
  );

  api.put(
    '/national-survey/imports/:surveyImportId/in-use',
    { config, schema: { params, body: SurveyInUse, response: { 200: SurveyImport } } },
    (request) => setInUse(deps, request.staff, request.params.surveyImportId, request.body.inUse),
  );
};
