import { readQuestionnaires } from '#lib/questionnaires/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) => forPage(readQuestionnaires(), url.pathname);
