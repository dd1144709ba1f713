import { forPage } from '#lib/staff/load.ts';
import { readClassHome } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  home: await forPage(readClassHome(params.classId), url.pathname),
});
