import { readCalendar, readSubscription } from '#lib/calendar/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const [calendar, subscription] = await Promise.all([
    forPage(readCalendar(url.searchParams.get('year')), url.pathname),
    forPage(readSubscription(), url.pathname),
  ]);
  return { calendar, subscription };
};
