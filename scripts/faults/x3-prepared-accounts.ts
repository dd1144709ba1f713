import type { AccountSetUp, FirstPassword } from '../../packages/contract/src/index.ts';
import { codeAt, stepAt } from '../../apps/api/src/local-accounts/totp.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { addStaff } from '../../apps/api/src/testing/test-school.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const password = 'blåbær på søndag';
const newPassword = 'rips og solbær i hagen';
const setUp = '/api/v1/account/set-up';

/** Somebody who has given a first password, in the browser that holds it, and the secret of the app. */
const beginAccount = async ({ house, seated }: HarmedSchool, name: string) => {
  const staffId = await addStaff(house, seated.school, name, [{ kind: 'employee' }]);
  const administrator = seated.browserOf('administrator');
  const given = await done(administrator, `/api/v1/staff/${staffId}/account`, json('POST', { name }));
  const first = await bodyOf<FirstPassword>(given);
  const browser = house.tablet();
  await done(browser, '/api/v1/account/sign-in', json('POST', { name, password: first.password }));
  const { secret } = await bodyOf<AccountSetUp>(await done(browser, setUp));
  return { name, browser, secret };
};

/** Accounts of the installation's own: one that is being set up, and one that is. */
export const prepareAccounts: Prepare = async (school) => {
  const { house } = school;
  const step = stepAt(house.deps.now());
  const begun = await beginAccount(school, 'begynt.konto');
  const own = await beginAccount(school, 'egen.konto');
  // The code before, so that the one of now is not used up.
  await done(own.browser, setUp, json('POST', { password, code: codeAt(own.secret, step - 1) }));
  const proof = { password, code: codeAt(own.secret, step) };
  const chosen = { password, code: codeAt(begun.secret, step) };
  return [
    useCase(
      'POST /api/v1/account/sign-in',
      house.tablet(),
      '/api/v1/account/sign-in',
      json('POST', { name: own.name, ...proof }),
    ),
    useCase('GET /api/v1/account/set-up', begun.browser, setUp),
    useCase('POST /api/v1/account/set-up', begun.browser, setUp, json('POST', chosen)),
    useCase(
      'POST /api/v1/account/password',
      own.browser,
      '/api/v1/account/password',
      json('POST', { ...proof, newPassword }),
    ),
    useCase(
      'POST /api/v1/account/recovery-codes',
      own.browser,
      '/api/v1/account/recovery-codes',
      json('POST', proof),
    ),
  ];
};
