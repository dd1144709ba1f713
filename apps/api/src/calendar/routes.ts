import Type from 'typebox';
import {
  AddPeriod,
  ApplyCalendarFile,
  CalendarFilePreview,
  CalendarFileReceipt,
  CalendarPeriod,
  CalendarQuery,
  Id,
  MoveRound,
  NewPeriod,
  PlanDraft,
  ProposalQuery,
  RoundPlan,
  SavePlan,
  SaveTerms,
  SchoolCalendarView,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { applyCalendarFile, previewCalendarFile } from './calendar-file.ts';
import { textOfBytes } from '../text-of-bytes.ts';
import { addPeriod, changePeriod, removePeriod, saveTerms } from './periods.ts';
import { checkPlan, moveRound, proposePlan, removeRound, savePlan } from './plan-rounds.ts';
import { readCalendarView } from './view.ts';

const runsTheYear = { access: ['leadership', 'administrator'] } as const;
const leadership = { access: ['leadership'] } as const;
const roundParams = Shape({ roundId: Id });
const periodParams = Shape({ periodId: Id });

const largestFile = 5 * 1024 * 1024;

export const calendarRoutes = (deps: Dependencies) => async (api: Api) => {
  api.addContentTypeParser('text/calendar', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, textOfBytes(Buffer.from(body)));
  });

  api.get(
    '/calendar',
    {
      config: { access: 'staff' },
      schema: { querystring: CalendarQuery, response: { 200: SchoolCalendarView } },
    },
    (request) => readCalendarView(deps, request.staff, request.query.schoolYearId),
  );

  api.put('/calendar/terms', { config: runsTheYear, schema: { body: SaveTerms } }, async (request, reply) => {
    await saveTerms(deps, request.staff, request.body);
    return reply.code(204).send();
  });

  api.post(
    '/calendar/periods',
    { config: runsTheYear, schema: { body: AddPeriod, response: { 201: CalendarPeriod } } },
    async (request, reply) => reply.code(201).send(await addPeriod(deps, request.staff, request.body)),
  );

  api.put(
    '/calendar/periods/:periodId',
    {
      config: runsTheYear,
      schema: { params: periodParams, body: NewPeriod, response: { 200: CalendarPeriod } },
    },
    (request) => changePeriod(deps, request.staff, request.params.periodId, request.body),
  );

  api.delete(
    '/calendar/periods/:periodId',
    { config: runsTheYear, schema: { params: periodParams } },
    async (request, reply) => {
      await removePeriod(deps, request.staff, request.params.periodId);
      return reply.code(204).send();
    },
  );

  api.post(
    '/calendar/file',
    {
      config: runsTheYear,
      bodyLimit: largestFile,
      schema: { querystring: CalendarQuery, body: Type.String(), response: { 200: CalendarFilePreview } },
    },
    (request) => previewCalendarFile(deps, request.staff, request.query.schoolYearId, request.body),
  );

  api.post(
    '/calendar/file/apply',
    { config: runsTheYear, schema: { body: ApplyCalendarFile, response: { 200: CalendarFileReceipt } } },
    (request) => applyCalendarFile(deps, request.staff, request.body),
  );

  api.get(
    '/calendar/proposal',
    { config: runsTheYear, schema: { querystring: ProposalQuery, response: { 200: RoundPlan } } },
    (request) => proposePlan(deps, request.staff, request.query),
  );

  api.post(
    '/calendar/plan/check',
    { config: leadership, schema: { body: PlanDraft, response: { 200: RoundPlan } } },
    (request) => checkPlan(deps, request.staff, request.body),
  );

  api.put(
    '/calendar/plan',
    { config: leadership, schema: { body: SavePlan, response: { 200: RoundPlan } } },
    (request) => savePlan(deps, request.staff, request.body),
  );

  api.post(
    '/rounds/:roundId/move',
    { config: leadership, schema: { params: roundParams, body: MoveRound, response: { 200: RoundPlan } } },
    (request) => moveRound(deps, request.staff, request.params.roundId, request.body.opensOn),
  );

  api.post(
    '/rounds/:roundId/remove',
    { config: leadership, schema: { params: roundParams, response: { 200: RoundPlan } } },
    (request) => removeRound(deps, request.staff, request.params.roundId),
  );
};
