import { readCalendar } from '#lib/calendar/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  calendar: await forPage(readCalendar(url.searchParams.get('year')), url.pathname),
});
