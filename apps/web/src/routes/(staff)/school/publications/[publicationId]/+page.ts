import { readPublication } from '#lib/publications/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  view: await forPage(readPublication(params.publicationId), url.pathname),
});
