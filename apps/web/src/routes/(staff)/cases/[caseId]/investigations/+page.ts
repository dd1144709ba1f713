import { readInvestigations, readOffer } from '#lib/investigations/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => {
  const of = await forPage(readInvestigations(params.caseId), url.pathname);
  return { of, offer: of.mayAsk ? await forPage(readOffer(params.caseId), url.pathname) : null };
};
