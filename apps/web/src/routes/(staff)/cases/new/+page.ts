import { readCaseChoices } from '#lib/cases/calls.ts';
import { startFrom } from '#lib/cases/new-case.ts';
import { forPage } from '#lib/staff/load.ts';
import { startsStaffCases } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  return {
    choices: await forPage(readCaseChoices(), url.pathname + url.search),
    start: startFrom(url.searchParams),
    staffCases: session !== null && startsStaffCases(session),
  };
};
