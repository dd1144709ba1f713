import { readNotices } from '#lib/notices/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => forPage(readNotices(), url.pathname);
