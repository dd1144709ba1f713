import { readClassTalks } from '#lib/pupil-record/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  list: await forPage(readClassTalks(params.classId), url.pathname),
});
