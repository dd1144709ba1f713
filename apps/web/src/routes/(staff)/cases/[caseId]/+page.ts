import { readCase, readCaseChoices } from '#lib/cases/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => {
  const view = await forPage(readCase(params.caseId), url.pathname);
  // Whoever only takes part chooses nobody.
  const choices = view.carries ? await forPage(readCaseChoices(), url.pathname) : { classes: [], staff: [] };
  return { view, choices };
};
