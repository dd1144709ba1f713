import { forPage } from '#lib/staff/load.ts';
import { readSociogram } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  sociogram: await forPage(readSociogram(params.sittingId), url.pathname),
});
