import {
  CaseChoices,
  CaseList,
  CaseView,
  Id,
  OpenCase,
  OpenedCase,
  RecordCaseEntry,
  RecordedCaseEntry,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readChoices } from './choices.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { recordEntry } from './record-entry.ts';

/** Anybody of the staff can take part in a case; whose case it is, its own policy decides. */
const config = {
  access: ['contact_teacher', 'employee', 'social_teacher', 'environment_team', 'leadership', 'owner'],
} as const;
const starting = { access: ['contact_teacher', 'social_teacher', 'leadership', 'owner'] } as const;
const ofCase = Shape({ caseId: Id });

export const caseRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/cases', { config, schema: { response: { 200: CaseList } } }, (request) =>
    listCases(deps, request.staff),
  );

  api.get('/case-choices', { config, schema: { response: { 200: CaseChoices } } }, (request) =>
    readChoices(deps, request.staff),
  );

  api.post(
    '/cases',
    { config: starting, schema: { body: OpenCase, response: { 201: OpenedCase } } },
    async (request, reply) => reply.code(201).send(await openCase(deps, request.staff, request.body)),
  );

  api.get('/cases/:caseId', { config, schema: { params: ofCase, response: { 200: CaseView } } }, (request) =>
    readCase(deps, request.staff, request.params.caseId),
  );

  api.post(
    '/cases/:caseId/entries',
    { config, schema: { params: ofCase, body: RecordCaseEntry, response: { 201: RecordedCaseEntry } } },
    async (request, reply) =>
      reply.code(201).send(await recordEntry(deps, request.staff, request.params.caseId, request.body)),
  );
};
