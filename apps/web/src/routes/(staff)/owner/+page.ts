import { readOwnerOverview } from '#lib/owner/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const sought = url.searchParams.get('sought')?.trim() ?? '';
  const address = `${url.pathname}${url.search}`;
  return {
    overview: await forPage(readOwnerOverview(url.searchParams.get('page'), sought), address),
    sought,
  };
};
