import { ClassSignalList, Id, Shape, SignalView, VerifySignal } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readClassSignals, verifySignal } from './service.ts';

export const signalRoutes = (deps: Dependencies) => async (api: Api) => {
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
};
