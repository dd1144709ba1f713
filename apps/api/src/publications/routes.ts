import { ChooseSummary, ClassSummary, Id, ReleaseView, Shape } from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseSummaryItems, makeClassSummary, readClassSummary } from './class-summary.ts';
import { readRelease } from './service.ts';

const ofTheClass = { access: ['contact_teacher'] } as const;
const ofSitting = Shape({ sittingId: Id });

export const publicationRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/rounds/:roundId/release',
    {
      config: { access: ['leadership'] },
      schema: { params: Shape({ roundId: Id }), response: { 200: ReleaseView } },
    },
    (request) => readRelease(deps, request.staff, request.params.roundId),
  );

  api.get(
    '/classes/:classId/summary',
    {
      config: ofTheClass,
      schema: {
        params: Shape({ classId: Id }),
        querystring: Shape({ sittingId: Type.Optional(Id) }),
        response: { 200: ClassSummary },
      },
    },
    (request) => readClassSummary(deps, request.staff, request.params.classId, request.query.sittingId),
  );

  api.post(
    '/sittings/:sittingId/wellbeing/summary',
    { config: ofTheClass, schema: { params: ofSitting, response: { 200: ClassSummary } } },
    (request) => makeClassSummary(deps, request.staff, request.params.sittingId),
  );

  api.put(
    '/sittings/:sittingId/wellbeing/summary',
    {
      config: ofTheClass,
      schema: { params: ofSitting, body: ChooseSummary, response: { 200: ClassSummary } },
    },
    (request) => chooseSummaryItems(deps, request.staff, request.params.sittingId, request.body),
  );
};
