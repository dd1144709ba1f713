import { readOwnSchools } from '#lib/sign-in/schools.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) => forPage(readOwnSchools(), url.pathname);
