import { redirect } from '@sveltejs/kit';
import { safeReturn } from '#lib/staff/paths.ts';
import { landingPath } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  const returnTo = safeReturn(url.searchParams.get('returnTo'));
  if (session === null) return { returnTo };
  const landing = returnTo === '/' ? landingPath(session) : returnTo;
  if (landing !== null) redirect(307, landing);
  return { returnTo };
};
