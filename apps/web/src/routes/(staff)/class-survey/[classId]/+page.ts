import { redirect } from '@sveltejs/kit';
import { forPage } from '#lib/staff/load.ts';
import { isSocialTeacher, leads, readsResults } from '#lib/staff/relations.ts';
import { readClassFollowUp } from '#lib/survey-follow-up/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  return {
    unit: await forPage(readClassFollowUp(params.classId), url.pathname),
    teaches: readsResults(session, params.classId),
    leads: leads(session),
    followsSchool: leads(session) || isSocialTeacher(session),
  };
};
