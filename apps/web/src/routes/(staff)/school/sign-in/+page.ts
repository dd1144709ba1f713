import { error } from '@sveltejs/kit';
import { readOwnAccount } from '#lib/account/calls.ts';
import { readMethod } from '#lib/sign-in/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { administers } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (!administers(session)) error(404);
  return {
    view: await forPage(readMethod(), url.pathname),
    hasAccount: (await forPage(readOwnAccount(), url.pathname)).recoveryCodesLeft !== null,
    bound: url.searchParams.has('bound'),
    problem: url.searchParams.get('problem'),
  };
};
