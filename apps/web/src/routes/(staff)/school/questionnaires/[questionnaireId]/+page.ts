import { readQuestionnaire } from '#lib/questionnaires/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  questionnaire: await forPage(readQuestionnaire(params.questionnaireId), url.pathname),
});
