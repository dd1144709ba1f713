import { error } from '@sveltejs/kit';
import { readExport } from '#lib/rights/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  return { document: await forPage(readExport(params.pupilId, params.exportId), url.pathname) };
};
