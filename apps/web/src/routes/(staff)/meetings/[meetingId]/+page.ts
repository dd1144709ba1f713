import { readMeeting } from '#lib/meetings/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  meeting: await forPage(readMeeting(params.meetingId), url.pathname),
});
