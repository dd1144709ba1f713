import { readSurveyImport } from '#lib/national-survey/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  shown: await forPage(readSurveyImport(params.surveyImportId), url.pathname),
});
