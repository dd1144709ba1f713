import {
  ChooseSummary,
  ClassSummary,
  Id,
  ReleaseCopy,
  ReleaseLedger,
  ReleaseView,
  Shape,
  ThemeOverview,
} from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseSummaryItems, makeClassSummary, readClassSummary } from './class-summary.ts';
import { readLedger, releaseRecord } from './release-record.ts';
import { sendFile } from './send-file.ts';
import { readRelease } from './service.ts';
import { showThemeOverview } from './theme-overview.ts';

const ofTheSchool = { access: ['leadership', 'social_teacher'] } as const;
const leads = { access: ['leadership'] } as const;
const ofTheClass = { access: ['contact_teacher'] } as const;
// What stands in an address is text.
const ofGrade = Shape({ grade: Type.Optional(Type.String({ pattern: '^[1-7]$' })) });
const ofSitting = Shape({ sittingId: Id });

export const publicationRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/rounds/:roundId/release',
    {
      config: ofTheSchool,
      schema: { params: Shape({ roundId: Id }), response: { 200: ReleaseView } },
    },
    (request) => readRelease(deps, request.staff, request.params.roundId),
  );

  api.get(
    '/rounds/:roundId/releases',
    { config: leads, schema: { params: Shape({ roundId: Id }), response: { 200: ReleaseLedger } } },
    (request) => readLedger(deps, request.staff, request.params.roundId),
  );

  api.get(
    '/releases/:releaseId/record',
    {
      config: leads,
      schema: {
        params: Shape({ releaseId: Id }),
        querystring: Shape({ copy: ReleaseCopy }),
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) =>
      sendFile(reply, await releaseRecord(deps, request.staff, request.params.releaseId, request.query.copy)),
  );

  api.get(
    '/themes',
    {
      config: ofTheSchool,
      schema: {
        querystring: ofGrade,
        response: { 200: ThemeOverview },
      },
    },
    ({ staff, query: { grade } }) =>
      showThemeOverview(deps, staff, grade === undefined ? undefined : Number(grade)),
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
