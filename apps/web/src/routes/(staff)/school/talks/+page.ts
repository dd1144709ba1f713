import { error } from '@sveltejs/kit';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import { readTalkAdults } from '#lib/talks/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  return { adults: await forPage(readTalkAdults(), url.pathname) };
};
