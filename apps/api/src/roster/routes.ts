import multipart from '@fastify/multipart';
import {
  ApplyRoster,
  Id,
  PictureCards,
  RosterImport,
  RosterImportDetails,
  RosterImportList,
  RosterReading,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { applyImport, discardImport } from './import/apply.ts';
import { listImports, readImport, showImport } from './import/imports.ts';
import { multipartLimits, withUpload } from './import/upload.ts';
import { readPictureCards } from './picture-cards.ts';

const access = ['administrator'] as const;
const params = Shape({ importId: Id });

export const rosterRoutes = (deps: Dependencies) => async (api: Api) => {
  await api.register(multipart, { limits: multipartLimits });

  api.get(
    '/roster/imports',
    { config: { access }, schema: { response: { 200: RosterImportList } } },
    (request) => listImports(deps, request.staff),
  );

  api.post(
    '/roster/imports',
    {
      config: { access },
      schema: { consumes: ['multipart/form-data'], response: { 200: RosterReading } },
    },
    (request) => withUpload(request, (source, wish) => readImport(deps, request.staff, source, wish)),
  );

  api.get(
    '/roster/imports/:importId',
    { config: { access }, schema: { params, response: { 200: RosterImportDetails } } },
    (request) => showImport(deps, request.staff, request.params.importId),
  );

  api.post(
    '/roster/imports/:importId/apply',
    {
      config: { access },
      schema: { params, body: ApplyRoster, response: { 200: RosterImport } },
    },
    (request) =>
      applyImport(deps, request.staff, request.params.importId, request.body.confirmLeaving === true),
  );

  api.post(
    '/roster/imports/:importId/discard',
    { config: { access }, schema: { params, response: { 200: RosterImport } } },
    (request) => discardImport(deps, request.staff, request.params.importId),
  );

  api.get(
    '/classes/:classId/picture-cards',
    {
      config: { access: ['contact_teacher', 'substitute'] },
      schema: { params: Shape({ classId: Id }), response: { 200: PictureCards } },
    },
    (request) => readPictureCards(deps, request.staff, request.params.classId),
  );
};
