import { forPage } from '#lib/staff/load.ts';
import { readOwnTasks } from '#lib/tasks/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({ own: await forPage(readOwnTasks(), url.pathname) });
