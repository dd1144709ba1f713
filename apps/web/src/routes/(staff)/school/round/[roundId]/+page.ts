import { readGradeOpenings } from '#lib/grade-sociogram/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import { readRelease } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, url }) => {
  const { session } = await parent();
  const release = await forPage(readRelease(params.roundId), url.pathname);
  const mayOpenGrades = release.document.kind === 'sociogram' && leads(session);
  const { openings } = mayOpenGrades ? await forPage(readGradeOpenings(), url.pathname) : { openings: [] };
  return { release, openings };
};
