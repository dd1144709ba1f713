import {
  AddSchoolYear,
  ClassLanguages,
  ClassTablets,
  Id,
  NewSchoolYear,
  OfferedDrafts,
  SchoolSettings,
  SchoolYears,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassTablets, saveClassLanguages } from './class-tablets.ts';
import { readDrafts, saveDrafts } from './languages.ts';
import { addYear, changeYear, readSettings, readYears, saveSettings } from './service.ts';

export const schoolRoutes = (deps: Dependencies) => async (api: Api) => {
  const config = { access: ['administrator'] } as const;
  const leadersToo = { access: ['leadership', 'administrator'] } as const;
  const ofClass = { access: ['contact_teacher', 'substitute'] } as const;
  const classParams = Shape({ classId: Id });

  api.get('/school', { config, schema: { response: { 200: SchoolSettings } } }, (request) =>
    readSettings(deps, request.staff),
  );

  api.put(
    '/school',
    { config, schema: { body: SchoolSettings, response: { 200: SchoolSettings } } },
    (request) => saveSettings(deps, request.staff, request.body),
  );

  api.get(
    '/school/languages',
    { config: leadersToo, schema: { response: { 200: OfferedDrafts } } },
    (request) => readDrafts(deps, request.staff),
  );

  api.put(
    '/school/languages',
    { config: leadersToo, schema: { body: OfferedDrafts, response: { 200: OfferedDrafts } } },
    (request) => saveDrafts(deps, request.staff, request.body),
  );

  api.get(
    '/classes/:classId/tablets',
    { config: ofClass, schema: { params: classParams, response: { 200: ClassTablets } } },
    (request) => readClassTablets(deps, request.staff, request.params.classId),
  );

  api.put(
    '/classes/:classId/languages',
    {
      config: ofClass,
      schema: { params: classParams, body: ClassLanguages, response: { 200: ClassTablets } },
    },
    (request) => saveClassLanguages(deps, request.staff, request.params.classId, request.body.languages),
  );

  api.get('/school-years', { config, schema: { response: { 200: SchoolYears } } }, (request) =>
    readYears(deps, request.staff),
  );

  api.post(
    '/school-years',
    { config, schema: { body: AddSchoolYear, response: { 201: SchoolYears } } },
    async (request, reply) => reply.code(201).send(await addYear(deps, request.staff, request.body)),
  );

  api.put(
    '/school-years/:schoolYearId',
    {
      config,
      schema: { params: Shape({ schoolYearId: Id }), body: NewSchoolYear, response: { 200: SchoolYears } },
    },
    (request) => changeYear(deps, request.staff, request.params.schoolYearId, request.body),
  );
};
