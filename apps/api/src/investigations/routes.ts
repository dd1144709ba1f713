import {
  AskInvestigation,
  CaseInvestigations,
  ChangeReaders,
  DecideInvestigation,
  Id,
  Investigation,
  InvestigationOffer,
  InvestigationResult,
  NewReply,
  ReadInvestigation,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { askInvestigation, offerInvestigation } from './ask.ts';
import { decideInvestigation } from './decide.ts';
import { endInvestigation, openInvestigation } from './hold.ts';
import { addReply, readAnswers } from './read-answers.ts';
import { changeReaders } from './readers.ts';
import { listInvestigations, readInvestigation } from './show.ts';

/** Whoever can take part in a case; which case, its own policy says. */
const config = {
  access: [
    'contact_teacher',
    'employee',
    'social_teacher',
    'environment_team',
    'leadership',
    'principal',
    'owner',
  ],
} as const;
const ofCase = Shape({ caseId: Id });
const ofOne = Shape({ investigationId: Id });
const one = '/investigations/:investigationId';

export const investigationRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/cases/:caseId/investigations',
    { config, schema: { params: ofCase, response: { 200: CaseInvestigations } } },
    (request) => listInvestigations(deps, request.staff, request.params.caseId),
  );

  api.get(
    '/cases/:caseId/investigations/offer',
    {
      config: { ...config, answers: [409] },
      schema: { params: ofCase, response: { 200: InvestigationOffer } },
    },
    (request) => offerInvestigation(deps, request.staff, request.params.caseId),
  );

  api.post(
    '/cases/:caseId/investigations',
    { config, schema: { params: ofCase, body: AskInvestigation, response: { 201: Investigation } } },
    async (request, reply) =>
      reply.code(201).send(await askInvestigation(deps, request.staff, request.params.caseId, request.body)),
  );

  api.get(one, { config, schema: { params: ofOne, response: { 200: Investigation } } }, (request) =>
    readInvestigation(deps, request.staff, request.params.investigationId),
  );

  api.post(
    `${one}/decision`,
    { config, schema: { params: ofOne, body: DecideInvestigation, response: { 200: Investigation } } },
    (request) => decideInvestigation(deps, request.staff, request.params.investigationId, request.body),
  );

  api.post(
    `${one}/open`,
    { config, schema: { params: ofOne, response: { 200: Investigation } } },
    (request) => openInvestigation(deps, request.staff, request.params.investigationId),
  );

  api.post(`${one}/end`, { config, schema: { params: ofOne, response: { 200: Investigation } } }, (request) =>
    endInvestigation(deps, request.staff, request.params.investigationId),
  );

  api.put(
    `${one}/readers`,
    { config, schema: { params: ofOne, body: ChangeReaders, response: { 200: Investigation } } },
    (request) => changeReaders(deps, request.staff, request.params.investigationId, request.body.readerIds),
  );

  // A reader says what for; that makes it more than a look.
  api.post(
    `${one}/answers`,
    { config, schema: { params: ofOne, body: ReadInvestigation, response: { 200: InvestigationResult } } },
    (request) => readAnswers(deps, request.staff, request.params.investigationId, request.body.purpose),
  );

  api.post(
    `${one}/replies`,
    { config, schema: { params: ofOne, body: NewReply, response: { 200: InvestigationResult } } },
    (request) => addReply(deps, request.staff, request.params.investigationId, request.body),
  );
};
