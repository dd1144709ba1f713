import { ownCases } from '#lib/cases/own-cases.ts';
import { forPage } from '#lib/staff/load.ts';
import { readNotices } from '#lib/notices/calls.ts';
import { followsReader } from '#lib/notices/notice-words.ts';
import { readClassHome } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
  const { readsResults } = await parent();
  // What staff are told is theirs, whatever class they look at, and other pages show it too.
  const [home, { notices }, cases] = await Promise.all([
    forPage(readClassHome(params.classId), url.pathname),
    forPage(readNotices(), url.pathname),
    readsResults ? forPage(ownCases(), url.pathname) : [],
  ]);
  return {
    home,
    cases,
    notices: notices.filter((notice) => notice.classId === params.classId || followsReader(notice)),
  };
};
