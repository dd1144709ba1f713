import { readCalendar } from '#lib/calendar/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { leads } from '#lib/staff/relations.ts';
import { readThemes } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  const [overview, calendar] = await Promise.all([
    forPage(readThemes(), url.pathname),
    leads(session) ? forPage(readCalendar(null), url.pathname) : null,
  ]);
  return { overview, year: calendar?.year ?? null };
};
