import { readImport } from '#lib/roster/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  shown: await forPage(readImport(params.importId), url.pathname),
});
