import { readChecklist } from '#lib/checklist/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  checklist: await forPage(readChecklist(), url.pathname),
});
