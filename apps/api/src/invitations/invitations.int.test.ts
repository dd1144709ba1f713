import type { Invitation, StaffSession } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { insertStaffMember } from '../roster/people.ts';
import { codeOf } from '../testing/answering.ts';
import { followSignIn, json, type Browser } from '../testing/browser.ts';
import { tokenOf } from '../testing/link-token.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
let administrator: Browser;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Fjellvik', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  await addStaff(house, school, 'administrator', [{ kind: 'administrator' }]);
  administrator = await house.staffBrowser('administrator');
});
afterAll(() => house.close());

const addPerson = (name: string, at: TestSchool = school): Promise<string> =>
  house.deps.db.inScope(at, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), house.deps.keyring, at.schoolId, {
      givenName: name,
      familyName: 'Prøve',
      relations: [],
    }),
  );

const invite = async (staffId: string, by = administrator): Promise<string> => {
  const made = await by(`/api/v1/staff/${staffId}/invitations`, { method: 'POST' });
  if (made.status !== 201) throw new Error(await made.text());
  // Checked by the route's response schema.
  return tokenOf(((await made.json()) as Invitation).link);
};

const begin = (browser: Browser, link: string): Promise<Response> =>
  browser('/api/v1/invitations/sign-in', json('POST', { link }));

/** Where accepting ends: `/` when it went well. */
const accept = async (browser: Browser, link: string, subject: string): Promise<string> => {
  house.addSubject(subject);
  const begun = await begin(browser, link);
  if (!begun.ok) return codeOf(begun);
  const { redirectTo } = (await begun.json()) as { redirectTo: string }; // checked by the route's schema
  const end = await followSignIn(browser, house.origin, redirectTo, subject);
  return `${end.pathname}${end.search}`;
};

const sessionOf = async (browser: Browser): Promise<StaffSession> =>
  // Checked by the route's response schema.
  (await (await browser('/api/v1/session')).json()) as StaffSession;

test('an invitation binds the sign-in to the record, signs in, and the sign-in holds from then on', async () => {
  const link = await invite(await addPerson('Kari'));
  expect(Buffer.from(link, 'base64url')).toHaveLength(32);
  const browser = house.tablet();
  expect(await accept(browser, link, 'kari')).toBe('/');
  expect((await sessionOf(browser)).name).toBe('Kari Prøve');
  expect((await sessionOf(await house.staffBrowser('kari'))).name).toBe('Kari Prøve');
});

test('who invited whom, and who bound a sign-in, is in the access log; the link and the identity are not', async () => {
  const staffId = await addPerson('Logg');
  const link = await invite(staffId);
  expect(await accept(house.tablet(), link, 'logget')).toBe('/');
  const rows = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('access_log')
      .selectAll()
      .where('school_id', '=', school.schoolId)
      .where('subject_id', '=', staffId)
      .orderBy('sequence')
      .execute(),
  );
  expect(rows.map((row) => [row.action, row.staff_id === staffId])).toEqual([
    ['invitation.make', false],
    ['identity.bind', true],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${link}|logget|Logg`));
});

describe('what is not open is answered alike:', () => {
  const refused = async (link: string) => {
    const answer = await begin(house.tablet(), link);
    expect([answer.status, await answer.text()]).toEqual([
      410,
      '{"type":"https://samhold.no/problems/invitation_invalid","title":"invitation invalid","status":410,"code":"invitation_invalid"}',
    ]);
  };

  test('a link nobody made', () => refused('never-made'));
  test('one that was used', async () => {
    const link = await invite(await addPerson('Brukt'));
    expect(await accept(house.tablet(), link, 'brukt')).toBe('/');
    await refused(link);
  });
  test('one that a newer one has replaced', async () => {
    const staffId = await addPerson('Ny');
    const older = await invite(staffId);
    const newer = await invite(staffId);
    await refused(older);
    expect(await accept(house.tablet(), newer, 'ny')).toBe('/');
  });
  test('one of eight days ago', async () => {
    const link = await invite(await addPerson('Sen'));
    expect((await begin(house.tablet(), link)).status).toBe(200);
    house.setNow(new Date(Date.now() + 8 * 86_400_000));
    await refused(link);
    house.setNow(undefined);
  });
  test('one for somebody who has left', async () => {
    const staffId = await addPerson('Borte');
    const link = await invite(staffId);
    await house.deps.db.inScope(school, (tx) =>
      tx
        .updateTable('staff_member')
        .set({ active: false })
        .where('school_id', '=', school.schoolId)
        .where('staff_id', '=', staffId)
        .execute(),
    );
    await refused(link);
    const again = await administrator(`/api/v1/staff/${staffId}/invitations`, { method: 'POST' });
    expect(again.status).toBe(404);
  });
});

test('a link withdrawn between the two legs binds nobody', async () => {
  const staffId = await addPerson('Mellom');
  const browser = house.tablet();
  house.addSubject('mellom');
  const begun = await begin(browser, await invite(staffId));
  const { redirectTo } = (await begun.json()) as { redirectTo: string }; // checked by the route's schema
  await invite(staffId);
  const end = await followSignIn(browser, house.origin, redirectTo, 'mellom');
  expect(`${end.pathname}${end.search}`).toBe('/invitation?problem=invitation_invalid');
  await expect(house.staffBrowser('mellom')).rejects.toThrow('sign_in_failed');
});

test('a sign-in that is another’s at the school is refused, and the invitation stays open for the right one', async () => {
  expect(await accept(house.tablet(), await invite(await addPerson('Lise')), 'lise')).toBe('/');
  const link = await invite(await addPerson('Mona'));
  expect(await accept(house.tablet(), link, 'lise')).toBe('/invitation?problem=identity_taken');
  expect(await accept(house.tablet(), link, 'mona')).toBe('/');
});

test('an administrator cannot become somebody else by an invitation to that person', async () => {
  const link = await invite(await addPerson('Offer'));
  expect(await accept(house.tablet(), link, 'administrator')).toBe('/invitation?problem=identity_taken');
});

test('of two who use the same link at once, one is bound and the other refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const link = await invite(await addPerson(`Samtidig ${round}`));
    const subjects = [`first-${round}`, `second-${round}`];
    const ends = await Promise.all(subjects.map((subject) => accept(house.tablet(), link, subject)));
    // The slower one meets the used link at the first leg or at the second.
    const refusals = ends.filter((end) => end !== '/');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(/^(\/invitation\?problem=)?invitation_invalid$/);
  }
});

test('of two records that bind the same sign-in at once, one has it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const links = [await invite(await addPerson('En')), await invite(await addPerson('To'))];
    const ends = await Promise.all(links.map((link) => accept(house.tablet(), link, `shared-${round}`)));
    expect(ends.sort()).toEqual(['/', '/invitation?problem=identity_taken']);
  }
});

test('of invitations made at once for the same person, one is open', async () => {
  const staffId = await addPerson('Travel');
  const links = await Promise.all(Array.from({ length: 6 }, () => invite(staffId)));
  const statuses = await Promise.all(links.map(async (link) => (await begin(house.tablet(), link)).status));
  expect(statuses.sort()).toEqual([200, 410, 410, 410, 410, 410]);
});

describe('the same person at two schools', () => {
  let other: TestSchool;
  let browser: Browser;

  beforeAll(async () => {
    other = await makeSchool(house, 'Bjørkly', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
    await addStaff(house, other, 'other administrator', [{ kind: 'administrator' }]);
    const there = await house.staffBrowser('other administrator');
    browser = house.tablet();
    expect(await accept(browser, await invite(await addPerson('Turid')), 'turid')).toBe('/');
    expect(await accept(browser, await invite(await addPerson('Turid', other), there), 'turid')).toBe('/');
  });

  const enter = async (query = ''): Promise<StaffSession> => {
    await followSignIn(browser, house.origin, `/api/v1/sign-in${query}`, 'turid');
    return sessionOf(browser);
  };

  test('goes to the other school and back, and while neither has given a relation comes to the one used last', async () => {
    expect((await sessionOf(browser)).school.name).toBe('Bjørkly');
    expect((await enter(`?school=${school.schoolId}`)).school.name).toBe('Fjellvik');
    expect((await enter()).school.name).toBe('Fjellvik');
    const back = await enter(`?school=${other.schoolId}`);
    expect([back.school.name, back.hasOtherSchools]).toEqual(['Bjørkly', false]);
    expect((await enter()).school.name).toBe('Bjørkly');
  });

  test('has one session in a browser: the one that was left is over', async () => {
    const count = (at: TestSchool) =>
      house.deps.db.inScope(
        at,
        async (tx) =>
          (
            await tx
              .selectFrom('staff_session as s')
              .innerJoin('staff_identity as i', (join) =>
                join.onRef('i.school_id', '=', 's.school_id').onRef('i.staff_id', '=', 's.staff_id'),
              )
              .select('s.staff_id')
              .where('s.school_id', '=', at.schoolId)
              .where('i.subject_hash', '=', house.deps.keyring.lookupHash('subject', house.issuer, 'turid'))
              .execute()
          ).length,
      );
    await enter(`?school=${other.schoolId}`);
    expect([await count(school), await count(other)]).toEqual([0, 1]);
    await enter(`?school=${school.schoolId}`);
    expect([await count(school), await count(other)]).toEqual([1, 0]);
  });

  test('is refused at a school that does not know the sign-in, and stays where it was', async () => {
    const third = await makeSchool(house, 'Tredje', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
    const end = await followSignIn(
      browser,
      house.origin,
      `/api/v1/sign-in?school=${third.schoolId}`,
      'turid',
    );
    expect(end.search).toBe('?problem=sign_in_failed');
    expect((await sessionOf(browser)).school.name).toBe('Fjellvik');
  });
});
