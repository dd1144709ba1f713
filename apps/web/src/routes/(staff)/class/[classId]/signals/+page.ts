import { forPage } from '#lib/staff/load.ts';
import { readSignals } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  list: await forPage(readSignals(params.classId), url.pathname),
});
