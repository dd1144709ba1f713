import { error } from '@sveltejs/kit';
import { readGrounds, readLetters } from '#lib/grounds/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  const view = await forPage(readGrounds(url.searchParams.get('year')), url.pathname);
  return { view, ...(await forPage(readLetters(), url.pathname)) };
};
