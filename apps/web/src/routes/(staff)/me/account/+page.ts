import { error } from '@sveltejs/kit';
import { readOwnAccount } from '#lib/account/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const { recoveryCodesLeft } = await forPage(readOwnAccount(), url.pathname);
  if (recoveryCodesLeft === null) error(404);
  return { recoveryCodesLeft };
};
