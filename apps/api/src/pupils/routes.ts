import { ClassPupils, Id, PupilPage, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassPupils, readPupilPage } from './service.ts';

const config = { access: ['contact_teacher'] } as const;

export const pupilRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/pupils',
    { config, schema: { params: Shape({ classId: Id }), response: { 200: ClassPupils } } },
    (request) => readClassPupils(deps, request.staff, request.params.classId),
  );

  api.get(
    '/classes/:classId/pupils/:pupilId',
    {
      config: { ...config, answers: [423] },
      schema: { params: Shape({ classId: Id, pupilId: Id }), response: { 200: PupilPage } },
    },
    (request) => readPupilPage(deps, request.staff, request.params),
  );
};
