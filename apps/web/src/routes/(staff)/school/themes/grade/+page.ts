import { error } from '@sveltejs/kit';
import { forPage } from '#lib/staff/load.ts';
import { readThemes } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const grade = url.searchParams.get('grade');
  if (grade === null || !/^[1-7]$/.test(grade)) error(404);
  return { grade, overview: await forPage(readThemes(grade), url.pathname + url.search) };
};
