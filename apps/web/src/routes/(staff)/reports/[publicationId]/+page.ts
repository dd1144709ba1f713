import { readReport } from '#lib/publications/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  publicationId: params.publicationId,
  report: await forPage(readReport(params.publicationId), url.pathname),
});
