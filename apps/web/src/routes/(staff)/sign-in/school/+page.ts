import { redirect } from '@sveltejs/kit';
import { readSchoolsToChoose } from '#lib/sign-in/schools.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const { schools } = await forPage(readSchoolsToChoose(), url.pathname);
  // It was chosen already, or too long ago.
  if (schools.length === 0) redirect(307, '/');
  return { schools };
};
