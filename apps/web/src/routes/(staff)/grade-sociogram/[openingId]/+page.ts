import { readGradeSociogram } from '#lib/grade-sociogram/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  sociogram: await forPage(readGradeSociogram(params.openingId), url.pathname),
});
