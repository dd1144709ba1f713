import { error } from '@sveltejs/kit';
import { forPage } from '#lib/staff/load.ts';
import { readGradeFollowUp } from '#lib/survey-follow-up/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const grade = url.searchParams.get('grade') ?? '';
  if (!/^[5-7]$/.test(grade)) error(404);
  return { unit: await forPage(readGradeFollowUp(grade, url.searchParams.get('year')), url.pathname) };
};
