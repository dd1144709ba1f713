import { error } from '@sveltejs/kit';
import { readUnusual } from '#lib/access-log/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { isPrincipal } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!isPrincipal(session)) error(404);
  return { unusual: await forPage(readUnusual(url.searchParams.get('week')), url.pathname) };
};
