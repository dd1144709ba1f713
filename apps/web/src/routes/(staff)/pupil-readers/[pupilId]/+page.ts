import { readReaders } from '#lib/access-log/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  readers: await forPage(readReaders(params.pupilId), url.pathname),
});
