import { readDocument } from '#lib/case-documents/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  document: await forPage(readDocument(params.caseId, params.documentId), url.pathname),
});
