import { readSchoolSignals } from '#lib/school-signals/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => forPage(readSchoolSignals(), url.pathname);
