import { error } from '@sveltejs/kit';
import { readSchool, readSchoolYears } from '#lib/setup/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { administers } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!administers(session)) error(404);
  const [settings, years] = await forPage(Promise.all([readSchool(), readSchoolYears()]), url.pathname);
  return { settings, ...years };
};
