import { forPage } from '#lib/staff/load.ts';
import { readSummary } from '#lib/wellbeing/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  summary: await forPage(readSummary(params.classId, url.searchParams.get('round')), url.pathname),
});
