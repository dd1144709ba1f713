import { readDocuments } from '#lib/case-documents/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  caseId: params.caseId,
  view: await forPage(readDocuments(params.caseId), url.pathname),
});
