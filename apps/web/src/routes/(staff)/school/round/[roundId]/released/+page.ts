import { readLedger } from '#lib/publications/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  roundId: params.roundId,
  ledger: await forPage(readLedger(params.roundId), url.pathname),
});
