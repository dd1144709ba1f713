import { error, redirect } from '@sveltejs/kit';
import { leads } from '#lib/staff/relations.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  if (!leads(session)) error(404);
  return { school: session.school };
};
