import { error, redirect } from '@sveltejs/kit';
import { administers, leads } from '#lib/staff/relations.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  if (!leads(session) && !administers(session)) error(404);
  return { session, school: session.school };
};
