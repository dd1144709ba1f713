import { Checklist } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readChecklist } from './service.ts';

export const checklistRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/checklist',
    {
      config: { access: ['administrator', 'leadership'] },
      schema: { response: { 200: Checklist } },
    },
    (request) => readChecklist(deps, request.staff),
  );
};
