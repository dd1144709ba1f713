import { forPage } from '#lib/staff/load.ts';
import { readThemes } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({ overview: await forPage(readThemes(), url.pathname) });
