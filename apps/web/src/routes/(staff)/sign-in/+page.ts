import { readOwners } from '#lib/sign-in/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { safeReturn } from '#lib/staff/paths.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  ...(await forPage(readOwners(), url.pathname)),
  returnTo: safeReturn(url.searchParams.get('returnTo')),
});
