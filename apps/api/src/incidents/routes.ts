import {
  AddToIncident,
  FoundPupils,
  Id,
  Incident,
  IncidentForm,
  IncidentList,
  NewIncident,
  OwnIncident,
  OwnIncidents,
  RecordIncidentStep,
  Shape,
} from '@samhold/contract';
import Type from 'typebox';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { fileIncident } from './file.ts';
import { findPupils } from './find-pupils.ts';
import { addToOwn, listOwn, readForm } from './own.ts';
import { filers, receivers } from './policy.ts';
import { listIncidents, readIncident } from './read.ts';
import { recordStep } from './steps.ts';

const filing = { access: 'staff' } as const;
const finding = { access: filers } as const;
const receiving = { access: receivers } as const;
const ofReport = Shape({ reportId: Id });

export const incidentRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/incidents/form', { config: filing, schema: { response: { 200: IncidentForm } } }, (request) =>
    readForm(deps, request.staff),
  );

  // A name in an address would stand in logs on the way.
  api.post(
    '/incidents/pupils',
    {
      config: finding,
      schema: {
        body: Shape({ sought: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }) }),
        response: { 200: FoundPupils },
      },
    },
    (request) => findPupils(deps, request.staff, request.body.sought),
  );

  api.get('/incidents/own', { config: filing, schema: { response: { 200: OwnIncidents } } }, (request) =>
    listOwn(deps, request.staff),
  );

  api.post(
    '/incidents',
    { config: filing, schema: { body: NewIncident, response: { 201: OwnIncident } } },
    async (request, reply) => reply.code(201).send(await fileIncident(deps, request.staff, request.body)),
  );

  api.post(
    '/incidents/:reportId/additions',
    { config: filing, schema: { params: ofReport, body: AddToIncident, response: { 200: OwnIncident } } },
    (request) => addToOwn(deps, request.staff, request.params.reportId, request.body),
  );

  api.get('/incidents', { config: receiving, schema: { response: { 200: IncidentList } } }, (request) =>
    listIncidents(deps, request.staff),
  );

  api.get(
    '/incidents/:reportId',
    { config: receiving, schema: { params: ofReport, response: { 200: Incident } } },
    (request) => readIncident(deps, request.staff, request.params.reportId),
  );

  api.post(
    '/incidents/:reportId/steps',
    { config: receiving, schema: { params: ofReport, body: RecordIncidentStep } },
    async (request, reply) => {
      await recordStep(deps, request.staff, request.params.reportId, request.body);
      return reply.code(204).send();
    },
  );
};
