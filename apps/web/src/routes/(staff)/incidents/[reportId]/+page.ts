import { redirect } from '@sveltejs/kit';
import { readIncident, readIncidentForm } from '#lib/incidents/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { filesIncidents, isOwner } from '#lib/staff/relations.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  const report = await forPage(readIncident(params.reportId), url.pathname);
  // The kommune knows whom it is about by then, or asks the school.
  const { colleagues } = filesIncidents(session)
    ? await forPage(readIncidentForm(), url.pathname)
    : { colleagues: [] };
  return { report, colleagues, isOwner: isOwner(session) };
};
