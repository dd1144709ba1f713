import { Arrangement, ClassArrangements, Id, NewArrangement, PutAside, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { printArrangement } from './print.ts';
import { readArrangements } from './read-class.ts';
import { putAside, saveArrangement } from './service.ts';

const config = { access: ['contact_teacher'] } as const;
const ofClass = Shape({ classId: Id });
const ofArrangement = Shape({ arrangementId: Id });

export const arrangementRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/arrangements',
    { config, schema: { params: ofClass, response: { 200: ClassArrangements } } },
    (request) => readArrangements(deps, request.staff, request.params.classId),
  );

  api.post(
    '/classes/:classId/arrangements',
    { config, schema: { params: ofClass, body: NewArrangement, response: { 201: Arrangement } } },
    async (request, reply) =>
      reply.code(201).send(await saveArrangement(deps, request.staff, request.params.classId, request.body)),
  );

  api.put(
    '/arrangements/:arrangementId/put-aside',
    { config, schema: { params: ofArrangement, body: PutAside } },
    async (request, reply) => {
      await putAside(deps, request.staff, request.params.arrangementId, request.body.putAside);
      return reply.code(204).send();
    },
  );

  api.get(
    '/arrangements/:arrangementId/file',
    { config, schema: { params: ofArrangement, produces: ['application/pdf'] } },
    async (request, reply) => {
      const { name, pdf } = await printArrangement(deps, request.staff, request.params.arrangementId);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(pdf);
    },
  );
};
