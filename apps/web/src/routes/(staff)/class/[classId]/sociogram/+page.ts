import { forPage } from '#lib/staff/load.ts';
import { readClassSociograms } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  sociograms: await forPage(readClassSociograms(params.classId), url.pathname),
  search: url.searchParams,
});
