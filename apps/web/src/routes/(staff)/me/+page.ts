import { readOwnAccount } from '#lib/account/calls.ts';
import { readOwnSessions } from '#lib/sign-in/own-sessions.ts';
import { forPage } from '#lib/staff/load.ts';
import { readOwnMail } from '#lib/mail/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  mail: await forPage(readOwnMail(), url.pathname),
  sessions: (await forPage(readOwnSessions(), url.pathname)).sessions,
  hasAccount: (await forPage(readOwnAccount(), url.pathname)).recoveryCodesLeft !== null,
});
