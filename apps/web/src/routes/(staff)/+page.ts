import { redirect } from '@sveltejs/kit';
import { readNotices } from '#lib/notices/calls.ts';
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
  if (session === null) return { returnTo, problem, notices: [] };
  const landing = returnTo === '/' ? landingPath(session) : returnTo;
  if (landing !== null) redirect(307, landing);
  const { notices } = await forPage(readNotices(), url.pathname);
  return { returnTo, problem, notices: notices.filter(followsReader) };
};
