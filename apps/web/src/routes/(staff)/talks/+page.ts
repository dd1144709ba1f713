import { forPage } from '#lib/staff/load.ts';
import { readTalkWishes } from '#lib/talks/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => forPage(readTalkWishes(), url.pathname);
