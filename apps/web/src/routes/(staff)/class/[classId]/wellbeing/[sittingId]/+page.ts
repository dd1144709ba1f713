import { forPage } from '#lib/staff/load.ts';
import { readWellbeing } from '#lib/wellbeing/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  wellbeing: await forPage(readWellbeing(params.sittingId), url.pathname),
});
