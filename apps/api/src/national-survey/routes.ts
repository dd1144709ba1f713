import multipart from '@fastify/multipart';
import { Id, NationalSurvey, Shape, SurveyImport, SurveyInUse } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readSurveyFile, setInUse, showSurveyImport } from './imports.ts';
import { showNationalSurvey } from './show-school.ts';
import { multipartLimits, uploadedBytes } from './upload.ts';

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
