import { error } from '@sveltejs/kit';
import { readClips } from '#lib/read-aloud/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  if (!leads((await parent()).session)) error(404);
  return { list: await forPage(readClips(), url.pathname) };
};
