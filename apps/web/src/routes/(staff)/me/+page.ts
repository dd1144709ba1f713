import { readOwnAccount } from '#lib/account/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import { readOwnMail } from '#lib/mail/calls.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => ({
  mail: await forPage(readOwnMail(), url.pathname),
  hasAccount: (await forPage(readOwnAccount(), url.pathname)).recoveryCodesLeft !== null,
});
