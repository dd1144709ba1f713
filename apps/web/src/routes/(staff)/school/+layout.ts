import { error, redirect } from '@sveltejs/kit';
import { schoolPages } from '#lib/staff/school-pages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  if (schoolPages(session).length === 0) error(404);
  return { session, school: session.school };
};
