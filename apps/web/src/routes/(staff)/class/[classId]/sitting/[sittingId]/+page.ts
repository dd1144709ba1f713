import { forPage } from '#lib/staff/load.ts';
import { readSitting } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  status: await forPage(readSitting(params.sittingId), url.pathname),
});
