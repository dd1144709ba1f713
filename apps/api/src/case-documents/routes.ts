import {
  CaseDocument,
  CaseDocuments,
  CaseExportReceipt,
  CaseRetention,
  FinishDocument,
  Id,
  NewCaseDocument,
  NewCaseExport,
  ReviewField,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { exportCase, receiveExport } from './export.ts';
import { listDocuments } from './list.ts';
import { keepCases } from './retention.ts';
import { beginDocument, documentFile, finishDocument, readDocument, reviewField } from './service.ts';

/** Whoever carries a case may be any of the staff; whose case it is, its own policy decides. */
const config = {
  access: ['contact_teacher', 'employee', 'social_teacher', 'environment_team', 'leadership', 'owner'],
} as const;
/** What takes a case out of here leaves it as it is. */
const reads = { ...config, whileClosing: true } as const;
const leadership = { access: ['leadership'] } as const;
const ofCase = Shape({ caseId: Id });
const ofDocument = Shape({ caseId: Id, documentId: Id });
const asFile = (name: string): string => `attachment; filename="${name}"`;

export const caseDocumentRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/cases/:caseId/documents',
    { config, schema: { params: ofCase, response: { 200: CaseDocuments } } },
    (request) => listDocuments(deps, request.staff, request.params.caseId),
  );

  api.post(
    '/cases/:caseId/documents',
    { config, schema: { params: ofCase, body: NewCaseDocument, response: { 201: CaseDocument } } },
    async (request, reply) =>
      reply.code(201).send(await beginDocument(deps, request.staff, request.params.caseId, request.body)),
  );

  api.get(
    '/cases/:caseId/documents/:documentId',
    { config, schema: { params: ofDocument, response: { 200: CaseDocument } } },
    (request) => readDocument(deps, request.staff, request.params),
  );

  api.put(
    '/cases/:caseId/documents/:documentId/review',
    { config, schema: { params: ofDocument, body: ReviewField, response: { 200: CaseDocument } } },
    (request) => reviewField(deps, request.staff, request.params, request.body),
  );

  api.post(
    '/cases/:caseId/documents/:documentId/finish',
    { config, schema: { params: ofDocument, body: FinishDocument, response: { 200: CaseDocument } } },
    (request) => finishDocument(deps, request.staff, request.params, request.body.revision),
  );

  api.get(
    '/cases/:caseId/documents/:documentId/file',
    { config: { ...config, answers: [409] }, schema: { params: ofDocument, produces: ['application/pdf'] } },
    async (request, reply) => {
      const { name, bytes } = await documentFile(deps, request.staff, request.params);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', asFile(name))
        .send(bytes);
    },
  );

  api.post(
    '/cases/:caseId/exports',
    { config: reads, schema: { params: ofCase, body: NewCaseExport, produces: ['application/zip'] } },
    async (request, reply) => {
      const { name, bytes } = await exportCase(deps, request.staff, request.params.caseId, request.body);
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', asFile(name))
        .send(bytes);
    },
  );

  api.post(
    '/cases/:caseId/exports/:exportId/receipt',
    { config: reads, schema: { params: Shape({ caseId: Id, exportId: Id }), body: CaseExportReceipt } },
    async (request, reply) => {
      await receiveExport(deps, request.staff, request.params, request.body);
      return reply.code(204).send();
    },
  );

  api.put(
    '/case-retention',
    { config: leadership, schema: { body: CaseRetention } },
    async (request, reply) => {
      await keepCases(deps, request.staff, request.body);
      return reply.code(204).send();
    },
  );
};
