import { readCases } from '#lib/cases/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => forPage(readCases(), url.pathname);
