import { ClassWellbeing, Id, LatestWellbeing, OpenWellbeing, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { printClassReport } from './class-report.ts';
import { openClassWellbeing, readClassWellbeing, readLatestWellbeing } from './service.ts';

const ofTheClass = { access: ['contact_teacher'] } as const;
const ofSitting = Shape({ sittingId: Id });

export const wellbeingRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/wellbeing',
    { config: ofTheClass, schema: { params: Shape({ classId: Id }), response: { 200: LatestWellbeing } } },
    (request) => readLatestWellbeing(deps, request.staff, request.params.classId),
  );

  api.post(
    '/classes/:classId/wellbeing/open',
    {
      config: { access: ['social_teacher', 'leadership'] },
      schema: { params: Shape({ classId: Id }), body: OpenWellbeing, response: { 200: LatestWellbeing } },
    },
    (request) => openClassWellbeing(deps, request.staff, request.params.classId, request.body.reason),
  );

  api.get(
    '/sittings/:sittingId/wellbeing',
    {
      config: { ...ofTheClass, answers: [409] },
      schema: { params: ofSitting, response: { 200: ClassWellbeing } },
    },
    (request) => readClassWellbeing(deps, request.staff, request.params.sittingId),
  );

  api.get(
    '/sittings/:sittingId/wellbeing/report',
    {
      config: { ...ofTheClass, answers: [409] },
      schema: { params: ofSitting, produces: ['application/pdf'] },
    },
    async (request, reply) => {
      const pdf = await printClassReport(deps, request.staff, request.params.sittingId);
      // The name of the file says nothing of which class it is about.
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="klasserapport.pdf"')
        .send(pdf);
    },
  );
};
