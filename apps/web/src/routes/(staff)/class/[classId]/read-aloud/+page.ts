import { readClassTablets, readClips } from '#lib/read-aloud/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, url }) => {
  const { readsResults } = await parent();
  // The recordings belong to the school, not to the class, and a substitute does not get them.
  const [tablets, list] = await Promise.all([
    forPage(readClassTablets(params.classId), url.pathname),
    // A substitute turns it on; those who know the class read the texts in.
    readsResults ? forPage(readClips(), url.pathname) : null,
  ]);
  return { tablets, list };
};
