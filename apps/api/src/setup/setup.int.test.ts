import type { StaffSession } from '@samhold/contract';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { codeOf } from '../testing/answering.ts';
import { followSignIn, json, type Browser } from '../testing/browser.ts';
import { tokenOf } from '../testing/link-token.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { offerSetupLink } from './service.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true });
});
afterEach(() => house.close());

const school = {
  ownerName: 'Fjellvik kommune',
  schoolName: 'Fjellvik skole',
  organisationNumber: '974588145',
  givenName: 'Anne',
  familyName: 'Administrator',
};

const offer = async (): Promise<string> => tokenOf((await offerSetupLink(house.deps)) ?? 'http://none/#');
const setUp = (browser: Browser, link: string, made: object | undefined = school): Promise<Response> =>
  browser('/api/v1/setup', json('POST', { link, ...(made === undefined ? {} : { school: made }) }));
const comeBack = (browser: Browser, link: string): Promise<Response> =>
  browser('/api/v1/setup', json('POST', { link }));
const sessionOf = async (browser: Browser): Promise<StaffSession> =>
  // Checked by the route's response schema.
  (await (await browser('/api/v1/session')).json()) as StaffSession;

const counts = async () => ({
  owners: (await house.deps.db.beforeScope((tx) => tx.selectFrom('school_owner').selectAll().execute()))
    .length,
  schools: (
    await house.deps.db.beforeScope((tx) => tx.selectFrom('owner_school_lookup').selectAll().execute())
  ).length,
});

/** The administrator binds a sign-in through the local provider. */
const bind = async (browser: Browser, subject: string): Promise<URL> => {
  house.addSubject(subject);
  const begun = await browser('/api/v1/sign-in-method/trial', json('POST', house.client));
  const { redirectTo } = (await begun.json()) as { redirectTo: string }; // checked by the route's schema
  return followSignIn(browser, house.origin, redirectTo, subject);
};

test('the link makes owner, school and administrator, and signs that browser in for four hours', async () => {
  const browser = house.tablet();
  const link = await offer();
  const opened = await browser('/api/v1/setup/open', json('POST', { link }));
  expect(await opened.json()).toEqual({ schoolName: null });
  expect((await setUp(browser, link)).status).toBe(204);
  expect(await sessionOf(browser)).toEqual({
    staffId: expect.any(String),
    name: 'Anne Administrator',
    school: { name: 'Fjellvik skole', demo: false },
    hasOtherSchools: false,
    relations: [{ kind: 'administrator', classId: null, className: null }],
  });
  expect(await counts()).toEqual({ owners: 1, schools: 1 });

  const begun = house.deps.now().getTime();
  // Somebody at work: the session is used all along, and still ends.
  for (const minutes of [100, 200, 239]) {
    house.setNow(new Date(begun + minutes * 60_000));
    expect((await browser('/api/v1/session')).status).toBe(200);
  }
  house.setNow(new Date(begun + 241 * 60_000));
  expect((await browser('/api/v1/session')).status).toBe(401);
});

describe('a link that is not open is answered alike and makes nothing:', () => {
  const refused = async (link: string) => {
    const before = await counts();
    for (const path of ['/api/v1/setup/open', '/api/v1/setup']) {
      const body = path.endsWith('open') ? { link } : { link, school };
      const answer = await house.tablet()(path, json('POST', body));
      expect([answer.status, await answer.text()]).toEqual([
        410,
        '{"type":"https://samhold.no/problems/setup_link_invalid","title":"setup link invalid","status":410,"code":"setup_link_invalid"}',
      ]);
    }
    expect(await counts()).toEqual(before);
  };

  test('a wrong one', async () => {
    await offer();
    await refused('never-made');
  });
  test('one that was used', async () => {
    const link = await offer();
    await setUp(house.tablet(), link);
    await refused(link);
  });
  test('one of an earlier start', async () => {
    const link = await offer();
    await offer();
    await refused(link);
  });
  test('one of yesterday', async () => {
    const link = await offer();
    house.setNow(new Date(house.deps.now().getTime() + 24 * 3_600_000 + 1_000));
    await refused(link);
  });
  test('any, when an administrator can sign in; and no new one is offered', async () => {
    const browser = house.tablet();
    await setUp(browser, await offer());
    const link = await offer();
    expect((await bind(browser, 'anne')).search).toBe('?bound');
    await refused(link);
    expect(await offerSetupLink(house.deps)).toBeUndefined();
  });
});

test('until a sign-in is bound, a new link leads the same administrator back to the same school', async () => {
  await setUp(house.tablet(), await offer());
  const [first, second] = [house.tablet(), house.tablet()];
  const link = await offer();
  const opened = await first('/api/v1/setup/open', json('POST', { link }));
  expect(await opened.json()).toEqual({ schoolName: 'Fjellvik skole' });
  expect((await comeBack(first, link)).status).toBe(204);
  expect((await sessionOf(first)).name).toBe('Anne Administrator');
  // Even one who asks for another school gets no second one.
  expect((await setUp(second, await offer(), { ...school, schoolName: 'En annen' })).status).toBe(204);
  expect((await sessionOf(second)).school.name).toBe('Fjellvik skole');
  expect(await counts()).toEqual({ owners: 1, schools: 1 });
});

test('of ten that use the same link at once, one gets in and one school is made', async () => {
  const link = await offer();
  const answers = await Promise.all(Array.from({ length: 10 }, () => setUp(house.tablet(), link)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(9).fill(410)]);
  expect(await counts()).toEqual({ owners: 1, schools: 1 });
});

test('of two links that two starts offered at once, one school comes', async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = await offer();
    const second = `second-${round}`;
    await house.deps.db.beforeScope((tx) =>
      tx
        .insertInto('setup_link')
        .values({
          link_hash: house.deps.keyring.lookupHash('setup link', second),
          expires_at: new Date(Date.now() + 60_000),
        })
        .execute(),
    );
    await Promise.all([first, second].map((link) => setUp(house.tablet(), link)));
    expect(await counts()).toEqual({ owners: 1, schools: 1 });
  }
});

test.each([
  ['a check digit that does not hold', { ...school, organisationNumber: '974588146' }],
  ['eight digits', { ...school, organisationNumber: '97458814' }],
  ['a name of spaces', { ...school, schoolName: '   ' }],
  ['no school at all', undefined],
])('%s is refused, and the link stays open', async (_fault, made) => {
  const link = await offer();
  const refusal =
    made === undefined ? await comeBack(house.tablet(), link) : await setUp(house.tablet(), link, made);
  expect([refusal.status, await codeOf(refusal)]).toEqual([400, 'invalid_request']);
  expect((await setUp(house.tablet(), link)).status).toBe(204);
});

test('the link is stored as a keyed hash only', async () => {
  const link = await offer();
  const rows = await house.deps.db.beforeScope((tx) => tx.selectFrom('setup_link').selectAll().execute());
  expect(rows).toHaveLength(1);
  expect(rows[0]?.link_hash.equals(house.deps.keyring.lookupHash('setup link', link))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(link);
  expect(Buffer.from(link, 'base64url')).toHaveLength(32);
});
