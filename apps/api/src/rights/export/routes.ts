import { AccessExport, FinishDocument, Id, NewAccessExport, ReviewField, Shape } from '@samhold/contract';
import type { Api } from '../../api.ts';
import type { Dependencies } from '../../dependencies.ts';
import { beginExport, exportFile, finishExport, readExport, reviewExport } from './service.ts';

const config = { access: ['leadership'] } as const;
/** A family has the right to what is kept of a pupil for as long as it is kept. */
const reads = { ...config, whileClosing: true } as const;
const ofExport = Shape({ pupilId: Id, exportId: Id });
const path = '/pupil-rights/:pupilId/exports';
const asFile = (name: string): string => `attachment; filename="${name}"`;

export const exportRoutes = (deps: Dependencies) => async (api: Api) => {
  api.post(
    path,
    { config: reads, schema: { params: Shape({ pupilId: Id }), body: NewAccessExport } },
    async (request, reply) => {
      await beginExport(deps, request.staff, request.params.pupilId, request.body);
      return reply.code(204).send();
    },
  );

  api.get(
    `${path}/:exportId`,
    { config, schema: { params: ofExport, response: { 200: AccessExport } } },
    (request) => readExport(deps, request.staff, request.params),
  );

  api.put(
    `${path}/:exportId/review`,
    { config: reads, schema: { params: ofExport, body: ReviewField, response: { 200: AccessExport } } },
    (request) => reviewExport(deps, request.staff, request.params, request.body),
  );

  api.post(
    `${path}/:exportId/finish`,
    { config: reads, schema: { params: ofExport, body: FinishDocument, response: { 200: AccessExport } } },
    (request) => finishExport(deps, request.staff, request.params, request.body.revision),
  );

  api.get(
    `${path}/:exportId/file`,
    { config: { ...config, answers: [409] }, schema: { params: ofExport, produces: ['application/pdf'] } },
    async (request, reply) =>
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', asFile('innsyn.pdf'))
        .send(await exportFile(deps, request.staff, request.params, 'pdf')),
  );

  api.get(
    `${path}/:exportId/data`,
    { config: { ...config, answers: [409] }, schema: { params: ofExport, produces: ['application/json'] } },
    async (request, reply) =>
      reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', asFile('innsyn.json'))
        .send(await exportFile(deps, request.staff, request.params, 'json')),
  );
};
