import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignInMethodView } from '@samhold/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { insertSchool, insertStaffMember } from '../roster/people.ts';
import { offerSetupLink } from '../setup/service.ts';
import { codeOf } from '../testing/answering.ts';
import { followSignIn, json, signIn, type Browser } from '../testing/browser.ts';
import { tokenOf } from '../testing/link-token.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let browser: Browser;

beforeEach(async () => {
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true });
  house.addSubject('anne');
  house.addSubject('bo');
  browser = house.tablet();
  const school = {
    ownerName: 'Fjellvik kommune',
    schoolName: 'Fjellvik skole',
    organisationNumber: '974588145',
    givenName: 'Anne',
    familyName: 'Administrator',
  };
  const link = tokenOf((await offerSetupLink(house.deps)) ?? '');
  await browser('/api/v1/setup', json('POST', { link, school }));
});
afterEach(() => house.close());

const check = (wished: object): Promise<Response> =>
  browser('/api/v1/sign-in-method/check', json('POST', wished));
const viewed = async (): Promise<SignInMethodView> =>
  // Checked by the route's response schema.
  (await (await browser('/api/v1/sign-in-method')).json()) as SignInMethodView;
const begin = async (wished: object): Promise<string> => {
  const begun = await browser('/api/v1/sign-in-method/trial', json('POST', wished));
  if (!begun.ok) throw new Error(await begun.text());
  return ((await begun.json()) as { redirectTo: string }).redirectTo; // checked by the route's schema
};
const tryOut = async (wished: object, subject: string): Promise<string> => {
  const end = await followSignIn(browser, house.origin, await begin(wished), subject);
  return `${end.pathname}${end.search}`;
};
const stored = () => house.deps.db.beforeScope((tx) => tx.selectFrom('sign_in_method').selectAll().execute());

test('without a method nobody can sign in, and the address to register is shown', async () => {
  expect(await viewed()).toEqual({
    redirectUri: `${house.origin}/api/v1/sign-in/callback`,
    signedOutUri: `${house.origin}/`,
    method: null,
    realms: null,
    ownBound: false,
    shared: false,
  });
  await expect(signIn(house.tablet(), house.origin, 'anne')).rejects.toThrow('no_sign_in_method');
});

test('a trial that holds stores the method and binds the administrator, who signs in by it from then on', async () => {
  expect((await check(house.client)).status).toBe(204);
  expect(await stored()).toEqual([]);
  expect(await tryOut(house.client, 'anne')).toBe('/school/sign-in?bound');
  const view = await viewed();
  expect(view).toMatchObject({
    method: { issuer: house.client.issuer, clientId: house.client.clientId },
    ownBound: true,
  });
  await browser('/api/v1/sign-out', { method: 'POST' });
  await signIn(browser, house.origin, 'anne');
  expect((await browser('/api/v1/session')).status).toBe(200);
  await expect(signIn(house.tablet(), house.origin, 'bo')).rejects.toThrow('sign_in_failed');
});

test('the client secret is sealed to its owner and in no answer', async () => {
  await tryOut(house.client, 'anne');
  const [row] = await stored();
  const sealed = row?.client_secret ?? Buffer.of();
  expect(sealed.toString('latin1')).not.toContain(house.client.clientSecret);
  expect(() => house.deps.keyring.open('sign-in method', sealed, 'another owner')).toThrow();
  expect(house.deps.keyring.open('sign-in method', sealed, row?.owner_id ?? '')).toBe(
    house.client.clientSecret,
  );
  expect(await (await browser('/api/v1/sign-in-method')).text()).not.toContain(house.client.clientSecret);
});

test('the stored secret serves again for the same client, and is never sent to another', async () => {
  await tryOut(house.client, 'anne');
  const { issuer, clientId } = house.client;
  expect((await check({ issuer, clientId })).status).toBe(204);
  for (const other of [
    { issuer, clientId: 'another' },
    { issuer: 'http://localhost:1', clientId },
  ]) {
    const refused = await check(other);
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'invalid_request']);
  }
});

test('a changed secret is used at the next sign-in, without a restart', async () => {
  await tryOut(house.client, 'anne');
  const [row] = await stored();
  const change = (secret: string) =>
    house.deps.db.beforeScope((tx) =>
      tx
        .updateTable('sign_in_method')
        .set({ client_secret: house.deps.keyring.seal('sign-in method', secret, row?.owner_id ?? '') })
        .execute(),
    );
  await change('wrong');
  await expect(signIn(house.tablet(), house.origin, 'anne')).rejects.toThrow('sign_in_failed');
  await change(house.client.clientSecret);
  await signIn(house.tablet(), house.origin, 'anne');
});

const schoolId = async (): Promise<string> =>
  (
    await house.deps.db.beforeScope((tx) =>
      tx.selectFrom('owner_school_lookup').select('school_id').executeTakeFirstOrThrow(),
    )
  ).school_id;

test('an identity that is another’s at the school is refused, and nothing is stored', async () => {
  const school = { schoolId: await schoolId() };
  await house.deps.db.inScope(school, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), house.deps.keyring, school.schoolId, {
      givenName: 'Bo',
      familyName: 'Ansatt',
      identity: { issuer: house.issuer, subject: 'bo' },
      relations: [],
    }),
  );
  expect(await tryOut(house.client, 'bo')).toBe('/school/sign-in?problem=identity_taken');
  expect(await stored()).toEqual([]);
  expect((await viewed()).ownBound).toBe(false);
});

test('whoever began the trial must still be signed in when it ends', async () => {
  const redirectTo = await begin(house.client);
  await browser('/api/v1/sign-out', { method: 'POST' });
  const end = await followSignIn(browser, house.origin, redirectTo, 'anne');
  expect(`${end.pathname}${end.search}`).toBe('/school/sign-in?problem=sign_in_failed');
  expect(await stored()).toEqual([]);
});

test('where the owner has other schools, the method is bound to but not changed', async () => {
  await tryOut(house.client, 'anne');
  const [row] = await stored();
  const other = crypto.randomUUID();
  await house.deps.db.inScope({ schoolId: other }, async (tx) => {
    const name = { name: 'Nabo', organisationNumber: '974588145', ownerName: 'Ny', demo: false };
    await insertSchool(tx, house.deps.keyring, other, name);
    await tx
      .insertInto('owner_school_lookup')
      .values({
        owner_hash: house.deps.keyring.lookupHash('owner', row?.owner_id ?? ''),
        school_id: other,
      })
      .execute();
  });
  expect((await viewed()).shared).toBe(true);
  const refused = await check({ ...house.client, clientSecret: 'another' });
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'method_shared']);
  expect(await tryOut(house.client, 'anne')).toBe('/school/sign-in?bound');
});

describe('a check says what does not hold:', () => {
  let server: Server;
  let base: string;
  let metadata: Record<string, unknown>;
  let token: readonly [number, object];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const [status, body] = request.url === '/token' ? token : ([200, metadata] as const);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A listening TCP server always has an AddressInfo.
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    token = [400, { error: 'invalid_grant' }];
    metadata = {
      issuer: base,
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['plain', 'S256'],
    };
  });

  const saying = async (change: object = {}, issuer = base): Promise<string> => {
    metadata = { ...metadata, ...change };
    const answer = await check({ issuer, clientId: 'a', clientSecret: 'b' });
    return answer.status === 204 ? 'holds' : codeOf(answer);
  };

  test('nothing, when everything holds, nor when challenges are not spoken of', async () => {
    expect(await saying()).toBe('holds');
    expect(await saying({ code_challenge_methods_supported: undefined })).toBe('holds');
  });
  test('no answer', async () => {
    expect(await saying({}, 'http://localhost:1')).toBe('provider_unreachable');
    expect(await saying({}, 'not an address')).toBe('provider_unreachable');
  });
  test('plain http to another machine, also for one of its parts', async () => {
    expect(await saying({}, 'http://idp.example')).toBe('provider_insecure');
    expect(await saying({ token_endpoint: 'http://idp.example/token' })).toBe('provider_insecure');
  });
  test('another issuer than the address', async () => {
    expect(await saying({ issuer: `${base}/` })).toBe('provider_issuer_differs');
  });
  test.each([
    ['no code flow', { response_types_supported: ['id_token'] }],
    ['another challenge than S256', { code_challenge_methods_supported: ['plain'] }],
    ['another signature than RS256', { id_token_signing_alg_values_supported: ['HS256'] }],
    ['something else than OpenID Connect', { token_endpoint: 3 }],
  ])('%s', async (_fault, change) => {
    expect(await saying(change)).toBe('provider_unsupported');
  });
  test.each([
    [401, { error: 'invalid_client' }],
    [400, { error: 'invalid_client' }],
    [401, {}],
    [400, { error: 'unauthorized_client' }],
  ])('a client it does not know (%i %o)', async (status, body) => {
    token = [status, body];
    expect(await saying()).toBe('provider_refused_client');
  });
  test('a wrong secret and a wrong client id, at a real provider', async () => {
    const secret = await check({ ...house.client, clientSecret: 'wrong' });
    expect(await codeOf(secret)).toBe('provider_refused_client');
    const client = await check({ ...house.client, clientId: 'wrong' });
    expect(await codeOf(client)).toBe('provider_refused_client');
  });
});
