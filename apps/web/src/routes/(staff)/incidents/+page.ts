import { redirect } from '@sveltejs/kit';
import { readIncidents, readOwnIncidents } from '#lib/incidents/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { filesIncidents, receivesIncidents } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  const none = { reports: [] };
  const [own, received] = await Promise.all([
    filesIncidents(session) ? forPage(readOwnIncidents(), url.pathname) : none,
    receivesIncidents(session) ? forPage(readIncidents(), url.pathname) : none,
  ]);
  return {
    own: own.reports,
    received: received.reports,
    files: filesIncidents(session),
    receives: receivesIncidents(session),
    sent: url.searchParams.has('sent'),
  };
};
