import { readOwnMail } from '#lib/mail/calls.ts';
import { readNoticeSettings } from '#lib/notices/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
  const [settings, mail] = await Promise.all([
    forPage(readNoticeSettings(), url.pathname),
    forPage(readOwnMail(), url.pathname),
  ]);
  return { settings, mail };
};
