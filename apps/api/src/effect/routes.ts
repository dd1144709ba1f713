import { CaseEffect, Id, OpenCaseEffect, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCaseEffect } from './case-effect.ts';

const config = {
  access: ['contact_teacher', 'social_teacher', 'environment_team', 'leadership'],
} as const;

export const effectRoutes = (deps: Dependencies) => async (api: Api) => {
  // Asked for with a reason, which is logged: no address that is followed by itself.
  api.post(
    '/cases/:caseId/effect',
    {
      config,
      schema: { params: Shape({ caseId: Id }), body: OpenCaseEffect, response: { 200: CaseEffect } },
    },
    (request) => readCaseEffect(deps, request.staff, request.params.caseId, request.body.reason),
  );
};
