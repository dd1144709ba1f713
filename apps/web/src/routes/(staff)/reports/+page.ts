import { readReports } from '#lib/publications/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  reports: (await forPage(readReports(), url.pathname)).reports,
});
