import { error } from '@sveltejs/kit';
import { problemText } from '#lib/problem-texts.ts';
import { ProblemError } from '#lib/problem.ts';
import { forPage } from '#lib/staff/load.ts';
import { readClassSociograms } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => {
  const sociograms = await forPage(readClassSociograms(params.classId), url.pathname);
  if (sociograms.rounds.every(({ sitting }) => sitting.sittingId !== params.sittingId))
    error(404, { message: problemText(new ProblemError('not_found')), code: 'not_found' });
  return { sociograms, search: url.searchParams };
};
