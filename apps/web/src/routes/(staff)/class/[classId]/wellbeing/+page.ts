import { forPage } from '#lib/staff/load.ts';
import { readLatestWellbeing } from '#lib/wellbeing/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  wellbeing: await forPage(readLatestWellbeing(params.classId), url.pathname),
});
