import { redirect } from '@sveltejs/kit';
import { readNotices } from '#lib/notices/calls.ts';
import { readOwners } from '#lib/sign-in/calls.ts';
import { followsReader } from '#lib/notices/notice-words.ts';
import { forPage } from '#lib/staff/load.ts';
import { safeReturn } from '#lib/staff/paths.ts';
import { landingPath } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  const returnTo = safeReturn(url.searchParams.get('returnTo'));
  // Where a sign-in that was refused ends.
  const problem = url.searchParams.get('problem');
  if (session === null) {
    // The way in is shown also when this cannot be read.
    const { accounts, owners } = await readOwners().catch(() => ({ accounts: false, owners: [] }));
    return { returnTo, problem, notices: [], otherWay: accounts && owners.length > 0 };
  }
  const landing = returnTo === '/' ? landingPath(session) : returnTo;
  if (landing !== null) redirect(307, landing);
  const { notices } = await forPage(readNotices(), url.pathname);
  return { returnTo, problem, notices: notices.filter(followsReader), otherWay: false };
};
