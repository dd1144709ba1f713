import { readNotices } from '#lib/notices/calls.ts';
import { gatherNotices } from '#lib/notices/gather-notices.ts';
import { sessionOrNull } from '#lib/staff/load.ts';
import type { LayoutLoad } from './$types';

/** How many notices wait; a menu without the number is better than no page. */
const countUnread = async (): Promise<number> => {
  const { notices } = await readNotices();
  return gatherNotices(notices).length;
};

export const load: LayoutLoad = async () => {
  const session = await sessionOrNull();
  // No page waits for it.
  return { session, unread: session === null ? Promise.resolve(0) : countUnread().catch(() => 0) };
};
