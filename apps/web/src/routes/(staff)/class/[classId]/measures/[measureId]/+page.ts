import { readMeasureEffect } from '#lib/measures/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  found: await forPage(readMeasureEffect(params.measureId), url.pathname),
});
