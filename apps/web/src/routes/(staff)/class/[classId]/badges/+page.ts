import { error } from '@sveltejs/kit';
import { readBadges } from '#lib/badges/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, url }) => {
  if (!(await parent()).readsResults) error(404);
  return { badges: await forPage(readBadges(params.classId), url.pathname) };
};
