import Type from 'typebox';
import {
  Id,
  MakePublication,
  OpenReport,
  OwnerOverview,
  PublicationList,
  PublicationView,
  Report,
  ReportFormat,
  ReportList,
  SaveReport,
  Shape,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { listPublications, makePublication, readPublication } from './make-publication.ts';
import { showOwnerOverview } from './owner-overview.ts';
import { publish, retryAudit, revoke } from './publish.ts';
import { listReports, openReport, readReport } from './read-report.ts';
import { reportFile } from './report-files/report-file.ts';
import { sendFile } from './send-file.ts';

const leads = { access: ['leadership'] } as const;
const byLink = { access: 'anyone', limited: 'misses', answers: [410] } as const;
const OwnerQuery = Shape({
  page: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,3}$' })),
  sought: Type.Optional(Type.String({ maxLength: 100 })),
});
const one = Shape({ publicationId: Id });
const anyFile = ['application/octet-stream'];

export const reportRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/publications', { config: leads, schema: { response: { 200: PublicationList } } }, (request) =>
    listPublications(deps, request.staff),
  );
  api.post(
    '/publications',
    { config: leads, schema: { body: MakePublication, response: { 200: PublicationView } } },
    (request) => makePublication(deps, request.staff, request.body),
  );
  api.get(
    '/publications/:publicationId',
    { config: leads, schema: { params: one, response: { 200: PublicationView } } },
    (request) => readPublication(deps, request.staff, request.params.publicationId),
  );
  for (const [step, take] of [
    ['audit', retryAudit],
    ['publish', publish],
    ['revoke', revoke],
  ] as const)
    api.post(
      `/publications/:publicationId/${step}`,
      { config: leads, schema: { params: one, response: { 200: PublicationView } } },
      (request) => take(deps, request.staff, request.params.publicationId),
    );

  api.get('/reports', { config: { access: 'staff' }, schema: { response: { 200: ReportList } } }, (request) =>
    listReports(deps, request.staff),
  );
  api.get(
    '/reports/:publicationId',
    { config: { access: 'staff' }, schema: { params: one, response: { 200: Report } } },
    (request) => readReport(deps, request.staff, request.params.publicationId),
  );
  api.get(
    '/reports/:publicationId/file',
    {
      config: { access: 'staff' },
      schema: { params: one, querystring: Shape({ format: ReportFormat }), produces: anyFile },
    },
    async (request, reply) =>
      sendFile(
        reply,
        await reportFile(
          await readReport(deps, request.staff, request.params.publicationId),
          request.query.format,
        ),
      ),
  );
  // Whose page it is, the use case says: no training is asked for, since nothing named is opened.
  api.get(
    '/owner/schools',
    {
      config: { access: 'staff' },
      schema: { querystring: OwnerQuery, response: { 200: OwnerOverview } },
    },
    ({ staff, query: { page, sought } }) =>
      showOwnerOverview(deps, staff, {
        ...(page === undefined ? {} : { page: Number(page) }),
        ...(sought === undefined ? {} : { sought }),
      }),
  );
  api.post(
    '/reports/open',
    { config: byLink, schema: { body: OpenReport, response: { 200: Report } } },
    (request) => openReport(deps, request.body.link),
  );
  api.post(
    '/reports/file',
    { config: byLink, schema: { body: SaveReport, produces: anyFile } },
    async (request, reply) =>
      sendFile(reply, await reportFile(await openReport(deps, request.body.link), request.body.format)),
  );
};
