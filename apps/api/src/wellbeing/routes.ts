import { ClassWellbeing, Id, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassWellbeing } from './service.ts';

export const wellbeingRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/sittings/:sittingId/wellbeing',
    {
      config: { access: ['contact_teacher'] },
      schema: { params: Shape({ sittingId: Id }), response: { 200: ClassWellbeing } },
    },
    (request) => readClassWellbeing(deps, request.staff, request.params.sittingId),
  );
};
