import { forPage } from '#lib/staff/load.ts';
import { readRelease } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  release: await forPage(readRelease(params.roundId), url.pathname),
});
