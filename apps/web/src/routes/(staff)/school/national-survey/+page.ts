import { readNationalSurvey } from '#lib/national-survey/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  survey: await forPage(readNationalSurvey(), url.pathname),
});
