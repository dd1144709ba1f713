import { forPage } from '#lib/staff/load.ts';
import { readRounds } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => forPage(readRounds(), url.pathname);
