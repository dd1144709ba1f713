import { forPage } from '#lib/staff/load.ts';
import { readFollowUp } from '#lib/survey-follow-up/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  overview: await forPage(readFollowUp(url.searchParams.get('year')), url.pathname),
});
