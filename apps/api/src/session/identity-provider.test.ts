import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBentProvider, type BentProvider } from '../testing/bent-provider.ts';
import { TWO_FACTORS } from './feide.ts';
import { openIdentityProvider, type IdentityProvider, type Who } from './identity-provider.ts';

let bent: BentProvider;
let feide: IdentityProvider;
let other: IdentityProvider;

beforeAll(async () => {
  bent = await openBentProvider();
  const { issuer, clientId, clientSecret } = bent;
  const settings = {
    ...{ issuer, clientId, clientSecret },
    redirectUri: 'http://localhost/callback',
    signedOutUri: 'http://localhost/',
  };
  feide = openIdentityProvider({ ...settings, feide: { issuer, groupsUrl: '', groupsPatience: 1 } });
  other = openIdentityProvider({
    ...settings,
    feide: { issuer: 'https://feide.test', groupsUrl: '', groupsPatience: 1 },
  });
});
afterAll(() => bent.close());
beforeEach(() => {
  bent.bend({ acr: TWO_FACTORS });
  bent.tellOf({ sub: 'anne', 'https://n.feide.no/claims/eduPersonPrincipalName': 'anne@fjellvik.no' });
});

const complete = async (provider: IdentityProvider, who: Who = 'staff') => {
  const { attempt } = await provider.begin('/', { who });
  bent.expect(attempt);
  const callback = new URL(`http://localhost/callback?code=x&state=${attempt.state}`);
  return provider.complete(callback, attempt, { who });
};

const asked = async (provider: IdentityProvider, who: Who) => {
  const { searchParams } = new URL((await provider.begin('/', { who })).redirectTo);
  return [searchParams.get('scope'), searchParams.get('acr_values')];
};

test('Feide is asked for two factors, the kommune and the groups of staff, and for nothing of pupils', async () => {
  const scopes = 'openid userid userid-feide groups-org groups-edu';
  expect(await asked(feide, 'staff')).toEqual([scopes, 'urn:mace:feide.no:auth:level:fad08:3']);
  expect(await asked(feide, 'pupil')).toEqual(['openid', null]);
  expect(await asked(other, 'staff')).toEqual(['openid', null]);
});

test('staff come with their kommune and what opens their groups, pupils and others with neither', async () => {
  const { issuer } = bent;
  expect(await complete(feide)).toMatchObject({
    ...{ issuer, subject: 'anne' },
    feide: { realm: 'fjellvik.no', accessToken: 'access' },
  });
  bent.bend({});
  for (const signedIn of [await complete(feide, 'pupil'), await complete(other)])
    expect(signedIn).toEqual({ issuer, subject: 'anne', idToken: signedIn.idToken });
});

test.each([
  ['as an older claim', { 'https://n.feide.no/claims/userid_sec': ['nin:1', 'feide:a@Oslo.NO'] }, 'oslo.no'],
  ['not at all', {}, ''],
  ['without a kommune', { 'https://n.feide.no/claims/eduPersonPrincipalName': 'anne' }, ''],
])('the kommune told %s', async (_how, claims, realm) => {
  bent.tellOf({ sub: 'anne', ...claims });
  expect((await complete(feide)).feide?.realm).toBe(realm);
});

const now = () => Math.floor(Date.now() / 1000);

describe('refused is', () => {
  test.each([
    ['another issuer', () => bent.bend({ acr: TWO_FACTORS, iss: 'https://elsewhere.test' })],
    ['another audience', () => bent.bend({ acr: TWO_FACTORS, aud: 'another' })],
    ['another nonce', () => bent.bend({ acr: TWO_FACTORS, nonce: 'another' })],
    ['no nonce', () => bent.bend({ acr: TWO_FACTORS, nonce: undefined })],
    ['one that has expired', () => bent.bend({ acr: TWO_FACTORS, iat: now() - 900, exp: now() - 600 })],
    ['one signed by the client’s own secret', () => bent.bend({ acr: TWO_FACTORS }, 'HS256')],
    ['one that nobody signed', () => bent.bend({ acr: TWO_FACTORS }, 'none')],
    ['one signed by another key', () => bent.bend({ acr: TWO_FACTORS }, 'another key')],
    ['userinfo of another person', () => bent.tellOf({ sub: 'bo' })],
    ['no userinfo', () => bent.tellOf({}, 500)],
  ])('%s', async (_fault, bend) => {
    bend();
    await expect(complete(feide)).rejects.toThrow();
  });

  test.each([[undefined], ['urn:mace:feide.no:auth:level:fad08:2'], ['password']])(
    'staff with %s as their factors',
    async (acr) => {
      bent.bend({ acr });
      await expect(complete(feide)).rejects.toMatchObject({ code: 'second_factor_missing' });
    },
  );
});
