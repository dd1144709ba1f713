import {
  ClassSociograms,
  Id,
  MovePupils,
  Shape,
  SociogramFileWish,
  SociogramPlaces,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassSociograms } from './class-sociograms.ts';
import { saveSociogram } from './files/save.ts';
import { movePupils } from './places.ts';

const ofTheClass = { access: ['contact_teacher'] } as const;

export const sociogramRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/sociograms',
    { config: ofTheClass, schema: { params: Shape({ classId: Id }), response: { 200: ClassSociograms } } },
    (request) => readClassSociograms(deps, request.staff, request.params.classId),
  );

  api.get(
    '/sittings/:sittingId/sociogram/file',
    {
      config: { ...ofTheClass, answers: [409] },
      schema: {
        params: Shape({ sittingId: Id }),
        querystring: SociogramFileWish,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const { name, type, body } = await saveSociogram(
        deps,
        request.staff,
        request.params.sittingId,
        request.query,
      );
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(body);
    },
  );

  api.put(
    '/sittings/:sittingId/sociogram/places',
    {
      config: ofTheClass,
      schema: { params: Shape({ sittingId: Id }), body: MovePupils, response: { 200: SociogramPlaces } },
    },
    (request) => movePupils(deps, request.staff, request.params.sittingId, request.body),
  );
};
