import { readTalk } from '#lib/pupil-record/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  page: await forPage(readTalk(params.classId, params.pupilId), url.pathname),
});
