import {
  ClassSignalList,
  Id,
  NewView,
  OpenSignal,
  SchoolSignals,
  Shape,
  SignalView,
  VerifySignal,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { addSignalView } from './views.ts';
import { openSignal, readSchoolSignals } from './school.ts';
import { readClassSignals, verifySignal } from './service.ts';

const school = { access: ['social_teacher', 'leadership'] } as const;

export const signalRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/signals', { config: school, schema: { response: { 200: SchoolSignals } } }, (request) =>
    readSchoolSignals(deps, request.staff),
  );

  api.post(
    '/signals/:signalId/open',
    {
      config: school,
      schema: { params: Shape({ signalId: Id }), body: OpenSignal, response: { 200: SignalView } },
    },
    (request) => openSignal(deps, request.staff, request.params.signalId, request.body),
  );

  api.get(
    '/classes/:classId/signals',
    {
      config: { access: ['contact_teacher'] },
      schema: { params: Shape({ classId: Id }), response: { 200: ClassSignalList } },
    },
    (request) => readClassSignals(deps, request.staff, request.params.classId),
  );

  api.post(
    '/signals/:signalId/verifications',
    {
      config: { access: ['contact_teacher'] },
      schema: { params: Shape({ signalId: Id }), body: VerifySignal, response: { 201: SignalView } },
    },
    async (request, reply) =>
      reply.code(201).send(await verifySignal(deps, request.staff, request.params.signalId, request.body)),
  );

  api.post(
    '/signals/:signalId/views',
    {
      config: { access: ['contact_teacher'] },
      schema: { params: Shape({ signalId: Id }), body: NewView, response: { 200: SignalView } },
    },
    (request) => addSignalView(deps, request.staff, request.params.signalId, request.body),
  );
};
