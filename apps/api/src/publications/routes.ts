import { Id, ReleaseView, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readRelease } from './service.ts';

export const publicationRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/rounds/:roundId/release',
    {
      config: { access: ['leadership'] },
      schema: { params: Shape({ roundId: Id }), response: { 200: ReleaseView } },
    },
    (request) => readRelease(deps, request.staff, request.params.roundId),
  );
};
