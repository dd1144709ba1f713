import { redirect } from '@sveltejs/kit';
import { safeReturn } from '#lib/staff/paths.ts';
import { landingPath } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  const returnTo = safeReturn(url.searchParams.get('returnTo'));
  // Where a sign-in that was refused ends.
  const problem = url.searchParams.get('problem');
  if (session === null) return { returnTo, problem };
  const landing = returnTo === '/' ? landingPath(session) : returnTo;
  if (landing !== null) redirect(307, landing);
  return { returnTo, problem };
};
