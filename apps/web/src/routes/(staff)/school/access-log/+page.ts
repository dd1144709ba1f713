import { error } from '@sveltejs/kit';
import { isPrincipal, leads } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { session } = await parent();
  if (!leads(session)) error(404);
  return { isPrincipal: isPrincipal(session) };
};
