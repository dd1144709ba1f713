import { Id, Shape, Sociogram } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readSociogram } from './service.ts';

export const sociogramRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/sittings/:sittingId/sociogram',
    {
      config: { access: ['contact_teacher'] },
      schema: { params: Shape({ sittingId: Id }), response: { 200: Sociogram } },
    },
    (request) => readSociogram(deps, request.staff, request.params.sittingId),
  );
};
