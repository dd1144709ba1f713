import { forPage } from '#lib/staff/load.ts';
import { readPictureCards } from '#lib/staff-calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  cards: await forPage(readPictureCards(params.classId), url.pathname),
});
