import type { GoTo, Invitation } from '../../packages/contract/src/index.ts';
import { addSchool } from '../../apps/api/src/schools/add-school.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { followSignIn, json, type Browser } from '../../apps/api/src/testing/browser.ts';
import { tokenOf } from '../../apps/api/src/testing/link-token.ts';
import { addStaff } from '../../apps/api/src/testing/test-school.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';
import type { UseCase } from './x3-use-cases.ts';

const callback = '/api/v1/sign-in/callback';

/** The link of an invitation that nobody has used. */
const invited = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const staffId = await addStaff(house, seated.school, 'invitert', [{ kind: 'employee' }]);
  const path = `/api/v1/staff/${staffId}/invitations`;
  const made = await done(seated.browserOf('administrator'), path, { method: 'POST' });
  return tokenOf((await bodyOf<Invitation>(made)).link);
};

/** The link by which the first administrator of a school that was added gets in. */
const addedSchool = async ({ house }: HarmedSchool): Promise<string> => {
  const wish = {
    ...{ name: 'Ny skole', organisationNumber: '974760673', owner: 'Ny kommune', newOwner: true },
    administrator: { givenName: 'Anne', familyName: 'Administrator' },
  };
  return tokenOf(await addSchool({ ...house.deps, publicUrl: house.origin }, wish));
};

/** Somebody who works at both schools, has signed in and has yet to choose between them. */
const choosing = async ({ house, seated }: HarmedSchool): Promise<Browser> => {
  const subject = 'ved to skoler';
  const schools = await house.database.ask<{ readonly school_id: string }>(
    `select school_id from school where name in ('Prøve', 'Nabo')`,
  );
  for (const { school_id: schoolId } of schools)
    await addStaff(house, { ...seated.school, schoolId }, subject, [{ kind: 'employee' }]);
  const browser = house.tablet();
  house.addSubject(subject);
  await followSignIn(browser, house.origin, '/api/v1/sign-in?returnTo=/year', subject);
  return browser;
};

/** A sign-in that comes back from the provider, where it is begun anew for each trial: a code is good for once. */
const comingBack =
  ({ house }: HarmedSchool) =>
  (name: string, browser: Browser, subject: string, begin: () => Promise<string>): UseCase => {
    house.addSubject(subject);
    const call: UseCase['call'] = async () => {
      const { pathname, search } = await followSignIn(
        browser,
        house.origin,
        await begin(),
        subject,
        callback,
      );
      return [`${pathname}${search}`];
    };
    return { name, route: `GET ${callback}`, browsers: [browser], call };
  };

/** Ways in: by the provider, an invitation, the link of a new school, and a choice between schools. */
export const prepareSignIn: Prepare = async (school) => {
  const { house, seated } = school;
  const { schoolId } = seated.school;
  const administrator = seated.browserOf('administrator');
  const invitation = json('POST', { link: await invited(school) });
  const setUp = json('POST', { link: await addedSchool(school) });
  const begun = async (browser: Browser, path: string, options: RequestInit): Promise<string> =>
    (await bodyOf<GoTo>(await done(browser, path, options))).redirectTo;
  const [guest, employee] = [house.tablet(), house.tablet()];
  const comesBack = comingBack(school);
  return [
    useCase('POST /api/v1/invitations/sign-in', guest, '/api/v1/invitations/sign-in', invitation),
    useCase('POST /api/v1/setup/open', house.tablet(), '/api/v1/setup/open', setUp),
    useCase('POST /api/v1/setup', house.tablet(), '/api/v1/setup', setUp),
    useCase(
      'POST /api/v1/sign-in/school',
      await choosing(school),
      '/api/v1/sign-in/school',
      json('POST', { schoolId }),
    ),
    comesBack('somebody signs in', employee, 'employee', () => Promise.resolve('/api/v1/sign-in')),
    comesBack('an invitation is accepted', guest, 'gjest', () =>
      begun(guest, '/api/v1/invitations/sign-in', invitation),
    ),
    comesBack('a way to sign in is tried and kept', administrator, 'administrator', () =>
      begun(administrator, '/api/v1/sign-in-method/trial', json('POST', house.client)),
    ),
  ];
};
