import { redirect } from '@sveltejs/kit';
import { ownClasses, readsResults } from '#lib/staff/relations.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, params, url }) => {
  const { session } = await parent();
  if (session === null) redirect(307, `/?returnTo=${encodeURIComponent(url.pathname)}`);
  return {
    className: ownClasses(session).find((own) => own.classId === params.classId)?.className ?? 'Klassen',
    readsResults: readsResults(session, params.classId),
  };
};
