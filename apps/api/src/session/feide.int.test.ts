import type { SignInMethodView, SignedOut } from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { followSignIn, json, signIn, type Browser } from '../testing/browser.ts';
import { openFeideStandIn, type FeideStandIn } from '../testing/feide-stand-in.ts';
import { storeFeide } from '../testing/stored-feide.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let feide: FeideStandIn;
let school: TestSchool;
const home = 'fjellvik.kommune.no';

const inSchool: TestHouse['deps']['db']['inScope'] = (_scope, work) => house.deps.db.inScope(school, work);
const setRealms = (...realms: readonly string[]) =>
  inSchool(school, async (tx) => {
    await tx.deleteFrom('school_realm').where('school_id', '=', school.schoolId).execute();
    for (const realm of realms)
      await tx.insertInto('school_realm').values({ school_id: school.schoolId, realm }).execute();
  });
const end = async (browser: Browser, start = '/api/v1/sign-in?returnTo=/in', who = 'kari') => {
  const { pathname, search } = await followSignIn(browser, house.origin, start, who);
  return `${pathname}${search}`;
};
const method = async (browser: Browser): Promise<SignInMethodView> =>
  bodyOf(await browser('/api/v1/sign-in-method'));

beforeAll(async () => {
  feide = await openFeideStandIn(() => house.origin);
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true, feide: feide.service });
  school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  await storeFeide(house, feide, school);
  const { issuer } = feide.client;
  await addStaff(house, school, 'kari', [{ kind: 'administrator' }], { issuer });
});
afterAll(async () => {
  await house.close();
  await feide.close();
});
beforeEach(async () => {
  Object.assign(feide.next, { acr: 'urn:mace:feide.no:auth:level:fad08:3', realm: home });
  await setRealms(home);
});

test('staff of the school’s kommune come in by two factors', async () => {
  expect(await end(house.tablet())).toBe('/in');
});

test('a password alone is refused with what to do about it', async () => {
  feide.next.acr = undefined;
  const browser = house.tablet();
  expect(await end(browser)).toBe('/?problem=second_factor_missing');
  expect((await browser('/api/v1/session')).status).toBe(401);
});

test('staff of another kommune are refused, also those the school knows; and everyone where none is listed', async () => {
  feide.next.realm = 'elsewhere.kommune.no';
  expect(await end(house.tablet())).toBe('/?problem=realm_refused');
  feide.next.realm = home;
  await setRealms();
  expect(await end(house.tablet())).toBe('/?problem=realm_refused');
});

test('an invitation is taken by nobody of another kommune, and stays open', async () => {
  const admin = house.tablet();
  await signIn(admin, house.origin, 'kari');
  const { staffId } = await bodyOf<{ staffId: string }>(
    await admin('/api/v1/staff', json('POST', { givenName: 'Ny', familyName: 'Lærer' })),
  );
  const made = await admin(`/api/v1/staff/${staffId}/invitations`, { method: 'POST' });
  const link = (await bodyOf<{ link: string }>(made)).link.split('#')[1] ?? '';
  const accept = async () => {
    const newcomer = house.tablet();
    const begun = await newcomer('/api/v1/invitations/sign-in', json('POST', { link }));
    return end(newcomer, (await bodyOf<{ redirectTo: string }>(begun)).redirectTo, 'ny');
  };
  feide.next.realm = 'elsewhere.kommune.no';
  expect(await accept()).toBe('/invitation?problem=realm_refused');
  feide.next.realm = home;
  expect(await accept()).toBe('/');
});

test('the administrator’s own trial says whose staff the school has, and the list is changed by administrators', async () => {
  const admin = house.tablet();
  await signIn(admin, house.origin, 'kari');
  const trial = async () => {
    const begun = await admin('/api/v1/sign-in-method/trial', json('POST', feide.client));
    return end(admin, (await bodyOf<{ redirectTo: string }>(begun)).redirectTo);
  };
  await setRealms();
  expect(await trial()).toBe('/school/sign-in?bound');
  expect((await method(admin)).realms).toEqual([home]);
  const put = (...realms: readonly string[]) =>
    admin('/api/v1/sign-in-method/realms', json('PUT', { realms }));
  expect((await put(home, 'nabo.kommune.no')).status).toBe(204);
  expect((await method(admin)).realms).toEqual([home, 'nabo.kommune.no']);
  for (const wrong of [[], ['Stor.no'], ['uten-punktum'], ['@kommune.no']])
    expect(await codeOf(await put(...wrong))).toBe('invalid_request');
  feide.next.realm = 'elsewhere.kommune.no';
  expect(await trial()).toBe('/school/sign-in?problem=realm_refused');
});

test('a kommune that is taken off the list is out at once, and nobody takes off their own', async () => {
  const [admin, browser] = [house.tablet(), house.tablet()];
  await setRealms(home, 'nabo.kommune.no');
  await signIn(admin, house.origin, 'kari');
  feide.next.realm = 'nabo.kommune.no';
  await signIn(browser, house.origin, 'kari');
  const status = async (of: Browser) => (await of('/api/v1/session')).status;
  const put = (...realms: readonly string[]) =>
    admin('/api/v1/sign-in-method/realms', json('PUT', { realms }));
  expect(await codeOf(await put('nabo.kommune.no'))).toBe('own_realm');
  expect([await status(admin), await status(browser)]).toEqual([200, 200]);
  expect((await put(home)).status).toBe(204);
  expect([await status(admin), await status(browser)]).toEqual([200, 401]);
});

test('who signs out here is led to sign out at Feide too, and nothing of that is kept in the clear', async () => {
  const browser = house.tablet();
  await signIn(browser, house.origin, 'kari');
  const kept = await inSchool(school, (tx) =>
    tx.selectFrom('staff_session').select('sign_out').where('school_id', '=', school.schoolId).execute(),
  );
  expect(kept.every(({ sign_out }) => sign_out !== null)).toBe(true);
  expect(Buffer.concat(kept.map(({ sign_out }) => sign_out ?? Buffer.of())).toString('latin1')).not.toContain(
    'eyJ',
  );
  const { redirectTo } = await bodyOf<SignedOut>(await browser('/api/v1/sign-out', { method: 'POST' }));
  const address = new URL(redirectTo ?? '');
  expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${house.origin}/`);
  // The provider knows the token and the address, else it would refuse.
  expect((await fetch(address)).status).toBe(200);
  expect((await browser('/api/v1/session')).status).toBe(401);
});

test('a pupil’s account needs no second factor, and no kommune', async () => {
  Object.assign(feide.next, { acr: undefined, realm: '' });
  expect(await end(house.tablet(), '/api/v1/sign-in/pupil', 'pupil')).toBe('/s');
});
