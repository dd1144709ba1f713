import type { ClassBadges } from '@samhold/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import {
  bodyOf,
  codeOf,
  openSitting,
  put,
  readForm,
  wholeResponse,
  type Card,
} from '../testing/answering.ts';
import { followSignIn, json, openBrowser, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import {
  accountLeadsTo,
  bindAccount,
  enterByAccount,
  prove,
  signInByAccount,
} from '../testing/school-account.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let classCode: string;
let sittingId: string;
let subjects = 0;
/** Nobody has signed in by it before. */
let subject: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'accounts', 8);
  ({ classCode, sittingId } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());
beforeEach(() => (subject = `account-of-pupil-${(subjects += 1)}`));
afterEach(() => house.setNow(undefined));

const cardAt = (at: number): Card => {
  const card = own.cards[at];
  if (card === undefined) throw new Error('The class is too small.');
  return card;
};
const signedIn = async (as = subject): Promise<Browser> => {
  const tablet = house.tablet();
  expect(await signInByAccount(house, tablet, as)).toBe('/s#feide');
  return tablet;
};
const leadsTo = (as = subject): Promise<string> => accountLeadsTo(house, as);
const idAt = (at: number) => cardAt(at).pupil.pupilId;
const listed = async (at: number) => {
  const { badges } = await bodyOf<ClassBadges>(await own.teacher(`/api/v1/classes/${own.classId}/badges`));
  return badges.find(({ pupil }) => pupil.pupilId === idAt(at))?.accountSince;
};

describe('an account', () => {
  test('leads nowhere until class code and pictures are given once, and to the pupil from then on', async () => {
    const tablet = await signedIn();
    const unknown = await enterByAccount(tablet);
    expect([unknown.status, await codeOf(unknown)]).toEqual([422, 'unknown_identity']);
    expect((await prove(tablet, classCode, { ...cardAt(0), pictures: cardAt(1).pictures })).status).toBe(403);
    expect(await leadsTo()).toBe('unknown_identity');
    expect((await prove(tablet, classCode, cardAt(0))).status).toBe(204);
    const again = await signedIn();
    expect((await enterByAccount(again)).status).toBe(204);
    const form = await readForm(again);
    expect([form.pupil.pupilId, form.sittingId]).toEqual([idAt(0), sittingId]);
  });

  test('is asked for by the code flow with PKCE, anew, and for nothing but the subject', async () => {
    const begun = await house.tablet()('/api/v1/sign-in/pupil');
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      prompt: 'login',
      code_challenge_method: 'S256',
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)).toMatch(/.{40}/);
    const cookie = begun.headers.getSetCookie().find((set) => set.includes('innlogging')) ?? '';
    expect(cookie).toMatch(/^__Host-.*Max-Age=600.*HttpOnly; Secure; SameSite=Lax$/);
  });

  test('opens no session before the page asks, and no other cookie than its own, sealed for ten minutes', async () => {
    const tablet = house.tablet();
    house.addSubject(subject);
    const kept: string[] = [];
    const watched: Browser = async (path, options) => {
      const answer = await tablet(path, options);
      if (path.includes('/callback')) kept.push(...answer.headers.getSetCookie());
      return answer;
    };
    await followSignIn(watched, house.origin, '/api/v1/sign-in/pupil', subject);
    expect(kept.map((cookie) => cookie.slice(0, cookie.indexOf('='))).sort()).toEqual([
      '__Host-samhold-innlogging',
      '__Host-samhold-skolekonto',
    ]);
    expect(kept.find((cookie) => cookie.includes('skolekonto'))).toMatch(
      /Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
  });

  test('does what a badge does when the class is not answering, and when everything is handed in', async () => {
    const other = await openClass(house, 'closed', 2);
    const [card] = other.cards;
    if (card === undefined) throw new Error('The class is empty.');
    const sitting = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
    const tablet = await bindAccount(house, subject, sitting.classCode, card);
    await put(tablet, wholeResponse(await readForm(tablet)));
    expect(await leadsTo()).toBe('response_submitted');
    await other.teacher(`/api/v1/sittings/${sitting.sittingId}/close`, { method: 'POST' });
    expect(await leadsTo()).toBe('no_open_sitting');
  });

  test('ends the session of whoever used the tablet before, also when it leads nowhere', async () => {
    const tablet = house.tablet();
    await prove(tablet, classCode, cardAt(1));
    await readForm(tablet);
    await signInByAccount(house, tablet, subject);
    expect(await codeOf(await enterByAccount(tablet))).toBe('unknown_identity');
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
  });

  test('is stored as a keyed hash alone, another than that of staff', async () => {
    await bindAccount(house, subject, classCode, cardAt(1));
    for (const [table, text] of await storedTexts(house, own.school))
      expect(text, table).not.toContain(subject);
    const [row] = await house.database.ask<{ subject_hash: Buffer }>(
      'select subject_hash from pupil_identity order by signed_in_at desc limit 1',
    );
    expect(row?.subject_hash).toHaveLength(32);
    expect(row?.subject_hash).not.toEqual(house.deps.keyring.lookupHash('subject', house.issuer, subject));
  });
});

describe('a proof', () => {
  test('is not the first three pictures of a pupil without a code', async () => {
    await own.teacher(`/api/v1/pupils/${idAt(2)}/picture-code/reset`, { method: 'POST' });
    const chosen = { ...cardAt(2), pictures: ['moon', 'key', 'bell'] as const };
    const tablet = await bindAccount(house, subject, classCode, {
      ...chosen,
      pictures: [...chosen.pictures],
    });
    expect((await readForm(tablet)).pupil.pupilId).toBe(idAt(2));
    expect(await leadsTo()).toBe('unknown_identity');
    // Nor does what was left over serve for the next who knows a code.
    await prove(tablet, classCode, cardAt(3));
    expect(await leadsTo()).toBe('unknown_identity');
  });

  test('by a later sign-in moves the account, and takes the pupil’s other account away', async () => {
    await bindAccount(house, `${subject}-a`, classCode, cardAt(3));
    const [early, late] = [await signedIn(), await signedIn()];
    await prove(early, classCode, cardAt(4));
    expect(await leadsTo()).toBe(idAt(4));
    await prove(late, classCode, cardAt(3));
    expect([await leadsTo(), await leadsTo(`${subject}-a`)]).toEqual([idAt(3), 'unknown_identity']);
    expect([await listed(3), await listed(4)]).toEqual([expect.any(String), null]);
  });

  test('serves once: a copy of what the tablet held binds nothing more, and takes nothing away', async () => {
    const others = `${subject}-of-another`;
    await bindAccount(house, others, classCode, cardAt(5));
    const tablet = house.tablet();
    let copy = '';
    const copied: Browser = async (path, options) => {
      const answer = await tablet(path, options);
      copy = answer.headers.getSetCookie().find((set) => /skolekonto=\S{40}/.test(set)) ?? copy;
      return answer;
    };
    house.addSubject(subject);
    await followSignIn(copied, house.origin, '/api/v1/sign-in/pupil', subject);
    await prove(tablet, classCode, cardAt(4));
    const thief = openBrowser(house.origin);
    const { pupil, pictures } = cardAt(5);
    const body = { classCode, pupilId: pupil.pupilId, pictures };
    const request = json('POST', body);
    const cookie = copy.split(';')[0] ?? '';
    expect(cookie).toContain('skolekonto');
    const proved = await thief('/api/v1/pupil-session', {
      ...request,
      headers: { ...request.headers, cookie },
    });
    expect(proved.status).toBe(204);
    expect([await leadsTo(), await leadsTo(others)]).toEqual([idAt(4), idAt(5)]);
  });

  test.each([
    ['the goodbye', (tablet: Browser) => tablet('/api/v1/pupil-session', { method: 'DELETE' })],
    ['a new sign-in that has not come back', (tablet: Browser) => tablet('/api/v1/sign-in/pupil')],
    ['ten minutes', async () => house.setNow(new Date(Date.now() + 601_000))],
  ])('comes too late after %s', async (_what, happens) => {
    const tablet = await signedIn();
    await happens(tablet);
    expect((await prove(tablet, classCode, cardAt(5))).status).toBe(204);
    expect(await leadsTo()).toBe('unknown_identity');
  });

  test('at another school moves the account there', async () => {
    const other = await openClass(house, 'moved', 2);
    const [card] = other.cards;
    if (card === undefined) throw new Error('The class is empty.');
    const sitting = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
    const [here, there] = [await signedIn(), await signedIn()];
    await prove(here, classCode, cardAt(6));
    await prove(there, sitting.classCode, card);
    expect([await leadsTo(), await listed(6)]).toEqual([card.pupil.pupilId, null]);
  });

  test('of two pupils at the same moment leaves the account with one', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const answers = await Promise.all([prove(one, classCode, cardAt(6)), prove(two, classCode, cardAt(7))]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect([idAt(6), idAt(7)]).toContain(await leadsTo());
  });
});

describe('staff and pupils', () => {
  test('an account of staff is as one nobody knows, and is bound to no pupil', async () => {
    const staff = await signedIn('accounts');
    const nobody = await signedIn();
    const [known, unknown] = [await enterByAccount(staff), await enterByAccount(nobody)];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect((await staff('/api/v1/session')).status).toBe(401);
    const before = await listed(5);
    expect((await prove(staff, classCode, cardAt(5))).status).toBe(204);
    expect([await leadsTo('accounts'), await listed(5)]).toEqual(['unknown_identity', before]);
  });

  test('an account of a pupil opens nothing for staff, and no pupil’s session on that way', async () => {
    await bindAccount(house, subject, classCode, cardAt(5));
    const tablet = house.tablet();
    expect(await signInByAccount(house, tablet, subject, '/api/v1/sign-in?returnTo=/s')).toBe(
      '/?problem=sign_in_failed',
    );
    expect(await codeOf(await enterByAccount(tablet))).toBe('identity_expired');
    expect((await tablet('/api/v1/pupil-session/form')).status).toBe(401);
  });

  test('a refused sign-in, and one whose first leg is lost, come back to the pupils’ page', async () => {
    const tablet = house.tablet();
    const begun = await tablet('/api/v1/sign-in/pupil');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = `/api/v1/sign-in/callback?error=access_denied&state=${encodeURIComponent(state)}`;
    for (const browser of [tablet, house.tablet()]) {
      expect((await browser(back)).headers.get('location')).toBe('/s#feide');
      const entered = await enterByAccount(browser);
      expect([entered.status, await codeOf(entered)]).toEqual([410, 'identity_expired']);
    }
  });
});
