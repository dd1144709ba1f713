import { readArrangements } from '#lib/arrangements/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  arrangements: await forPage(readArrangements(params.classId), url.pathname),
});
