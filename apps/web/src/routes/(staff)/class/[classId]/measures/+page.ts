import { readClassMeasures } from '#lib/measures/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  list: await forPage(readClassMeasures(params.classId), url.pathname),
});
