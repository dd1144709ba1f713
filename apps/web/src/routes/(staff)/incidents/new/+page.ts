import { redirect } from '@sveltejs/kit';
import { readIncidentForm } from '#lib/incidents/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  return { form: await forPage(readIncidentForm(), url.pathname) };
};
