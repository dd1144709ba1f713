import { error } from '@sveltejs/kit';
import { readRetention } from '#lib/rights/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  return { retention: await forPage(readRetention(), url.pathname) };
};
