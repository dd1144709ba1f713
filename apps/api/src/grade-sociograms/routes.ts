import { GradeOpening, GradeOpenings, GradeSociogram, Id, OpenGrade, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { endOpening, listOpenings, openGrade } from './openings.ts';
import { readGradeSociogram } from './read-grade.ts';

const leadership = { access: ['leadership'] } as const;
const params = Shape({ openingId: Id });

export const gradeSociogramRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/grade-sociograms',
    { config: leadership, schema: { response: { 200: GradeOpenings } } },
    (request) => listOpenings(deps, request.staff),
  );

  api.post(
    '/grade-sociograms',
    { config: leadership, schema: { body: OpenGrade, response: { 200: GradeOpening } } },
    (request) => openGrade(deps, request.staff, request.body),
  );

  api.get(
    '/grade-sociograms/:openingId',
    {
      config: { access: ['contact_teacher', 'leadership'], answers: [410] },
      schema: { params, response: { 200: GradeSociogram } },
    },
    (request) => readGradeSociogram(deps, request.staff, request.params.openingId),
  );

  api.post(
    '/grade-sociograms/:openingId/end',
    { config: leadership, schema: { params, response: { 200: GradeOpening } } },
    (request) => endOpening(deps, request.staff, request.params.openingId),
  );
};
