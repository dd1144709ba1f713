import {
  FollowUpOverview,
  FollowUpRecord,
  FollowUpUnit,
  Id,
  RecordFollowUp,
  Shape,
  WithdrawFollowUp,
} from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassFollowUp, readGradeFollowUp, readOverview } from './read.ts';
import { recordFollowUp, withdrawFollowUp } from './record.ts';

const school = { access: ['leadership', 'social_teacher'] } as const;
const orTeacher = { access: ['leadership', 'social_teacher', 'contact_teacher'] } as const;
// What stands in an address is text.
const querystring = Shape({ year: Type.Optional(Type.String({ pattern: '^20\\d\\d$' })) });
const Grade = Type.String({ pattern: '^[5-7]$' });
const yearOf = ({ year }: { readonly year?: string }): number | undefined =>
  year === undefined ? undefined : Number(year);

export const surveyFollowUpRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/national-survey/follow-up',
    { config: school, schema: { querystring, response: { 200: FollowUpOverview } } },
    (request) => readOverview(deps, request.staff, yearOf(request.query)),
  );

  api.get(
    '/national-survey/follow-up/grades/:grade',
    {
      config: school,
      schema: { params: Shape({ grade: Grade }), querystring, response: { 200: FollowUpUnit } },
    },
    (request) => readGradeFollowUp(deps, request.staff, Number(request.params.grade), yearOf(request.query)),
  );

  api.get(
    '/classes/:classId/survey-follow-up',
    { config: orTeacher, schema: { params: Shape({ classId: Id }), response: { 200: FollowUpUnit } } },
    (request) => readClassFollowUp(deps, request.staff, request.params.classId),
  );

  api.post(
    '/national-survey/follow-up',
    { config: orTeacher, schema: { body: RecordFollowUp, response: { 200: FollowUpRecord } } },
    (request) => recordFollowUp(deps, request.staff, request.body),
  );

  api.put(
    '/national-survey/follow-up/:followUpId/withdrawn',
    {
      config: orTeacher,
      schema: {
        params: Shape({ followUpId: Id }),
        body: WithdrawFollowUp,
        response: { 200: FollowUpRecord },
      },
    },
    (request) => withdrawFollowUp(deps, request.staff, request.params.followUpId, request.body.withdrawn),
  );
};
