import { error } from '@sveltejs/kit';
import { readRights } from '#lib/rights/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  return { rights: await forPage(readRights(params.pupilId), url.pathname) };
};
