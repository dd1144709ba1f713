import { readGradeOpenings } from '#lib/grade-sociogram/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  ...(await forPage(readGradeOpenings(), url.pathname)),
  asked: url.searchParams.get('round'),
});
