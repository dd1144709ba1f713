import { error } from '@sveltejs/kit';
import { readOfferedDrafts } from '#lib/setup/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { administers, leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!leads(session) && !administers(session)) error(404);
  return { offered: (await forPage(readOfferedDrafts(), url.pathname)).languages };
};
