import { readInvestigation } from '#lib/investigations/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  investigation: await forPage(readInvestigation(params.investigationId), url.pathname),
});
