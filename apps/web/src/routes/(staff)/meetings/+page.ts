import { readMeetings } from '#lib/meetings/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({ list: await forPage(readMeetings(), url.pathname) });
