import type {
  AccountEntered,
  AccountSetUp,
  FirstPassword,
  NoticeList,
  OwnAccount,
  RecoveryCodes,
} from '@samhold/contract';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { schoolsInUse } from '../clock/due-work.ts';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { entryOf, logAbout, refusalOf } from '../testing/people-calls.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { codeAt, stepAt } from './totp.ts';

let house: TestHouse;
let school: TestSchool;
let administrator: Browser;
let count = 0;
let at = new Date('2026-11-27T10:00:00Z');
const chosen = 'blåbær på søndag';

/** A code is used once, so time moves on for each. */
const later = (seconds = 60): void => {
  at = new Date(at.getTime() + seconds * 1000);
  house.setNow(at);
};
/** Sessions end while days pass. */
const seat = async (): Promise<void> => {
  administrator = await house.staffBrowser('administrator');
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(at);
  school = await makeSchool(house, 'Prøve', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n');
  await addStaff(house, school, 'administrator', [{ kind: 'administrator' }]);
  await seat();
});
afterAll(() => house.close());
beforeEach(() => later());

const newPerson = async () => {
  count += 1;
  const name = `lærer.${count}`;
  return { name, staffId: await addStaff(house, school, name, [{ kind: 'employee' }]) };
};
const give = (staffId: string, wish: object) =>
  administrator(`/api/v1/staff/${staffId}/account`, json('POST', wish));
const signIn = (browser: Browser, sent: object) => browser('/api/v1/account/sign-in', json('POST', sent));
const setUp = (browser: Browser, password: string, code: string) =>
  browser('/api/v1/account/set-up', json('POST', { password, code }));
const now = (secret: string) => codeAt(secret, stepAt(house.deps.now()));

/** An account with a chosen password and an app. */
const newAccount = async () => {
  const { name, staffId } = await newPerson();
  const { password } = await bodyOf<FirstPassword>(await give(staffId, { name }));
  const browser = house.tablet();
  await signIn(browser, { name, password });
  const { secret } = await bodyOf<AccountSetUp>(await browser('/api/v1/account/set-up'));
  const { codes } = await bodyOf<RecoveryCodes>(await setUp(browser, chosen, now(secret)));
  later();
  return { name, staffId, secret, codes, browser };
};

test('a first password leads to choosing one and setting up the app, and only then in', async () => {
  const { name, staffId } = await newPerson();
  const first = await bodyOf<FirstPassword>(await give(staffId, { name }));
  expect(first.password).toMatch(/^(\w{5}-){3}\w{5}$/);
  expect((await entryOf(administrator, staffId)).account).toBe('first');
  const browser = house.tablet();
  const came = await signIn(browser, { name: name.toUpperCase(), password: first.password });
  expect(await bodyOf<AccountEntered>(came)).toEqual({ next: 'set_up' });
  expect((await browser('/api/v1/session')).status).toBe(401);
  const shown = await bodyOf<AccountSetUp>(await browser('/api/v1/account/set-up'));
  expect(shown.address).toContain(shown.secret);
  expect(await refusalOf(await setUp(browser, 'kort', now(shown.secret)))).toEqual([422, 'password_weak']);
  expect(await refusalOf(await setUp(browser, chosen, '000000'))).toEqual([422, 'code_wrong']);
  expect(await refusalOf(await setUp(browser, first.password, now(shown.secret)))).toEqual([
    422,
    'password_weak',
  ]);
  const { codes } = await bodyOf<RecoveryCodes>(await setUp(browser, chosen, now(shown.secret)));
  expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
  expect((await browser('/api/v1/session')).status).toBe(200);
  expect((await entryOf(administrator, staffId)).account).toBe('set_up');
  expect(await refusalOf(await signIn(house.tablet(), { name, password: first.password }))).toEqual([
    422,
    'account_refused',
  ]);
  expect((await logAbout(house, school, staffId)).map(({ action }) => action)).toEqual([
    'account.give',
    'account.set_up',
  ]);
});

test('a wrong name, password, code or none is refused with the same words', async () => {
  const { name, secret } = await newAccount();
  const tries = [
    { name: 'nobody.here', password: chosen, code: now(secret) },
    { name, password: 'feil passord her', code: now(secret) },
    { name, password: chosen, code: '000000' },
    { name, password: chosen },
  ];
  const bodies = new Set<string>();
  for (const sent of tries) bodies.add(await (await signIn(house.tablet(), sent)).text());
  expect([...bodies]).toHaveLength(1);
  expect([...bodies][0]).toContain('account_refused');
  const browser = house.tablet();
  expect((await signIn(browser, { name, password: chosen, code: now(secret) })).status).toBe(200);
  expect((await browser('/api/v1/session')).status).toBe(200);
});

test('a code of the app works once, and so does a recovery code, however it is written', async () => {
  const { name, secret, codes } = await newAccount();
  const enter = async (code: string) =>
    (await signIn(house.tablet(), { name, password: chosen, code })).status;
  const code = now(secret);
  expect([await enter(code), await enter(code)]).toEqual([200, 422]);
  const recovery = (codes[3] ?? '').toLowerCase().replaceAll('-', ' ');
  expect([await enter(recovery), await enter(recovery)]).toEqual([200, 422]);
});

test('after five wrong tries the next waits, longer each time, for a name nobody has as well; a restart changes nothing', async () => {
  const { name, secret } = await newAccount();
  for (const tried of [name, 'nobody.at.all']) {
    const wrong = () => signIn(house.tablet(), { name: tried, password: 'feil passord her', code: '000000' });
    for (let time = 0; time < 5; time += 1) expect((await wrong()).status).toBe(422);
    expect(await refusalOf(await wrong())).toEqual([429, 'account_waits']);
    later(31);
    expect((await wrong()).status).toBe(422);
    later(31);
    expect(await refusalOf(await wrong())).toEqual([429, 'account_waits']);
  }
  // Also for whoever knows both: the try is not looked at.
  expect((await signIn(house.tablet(), { name, password: chosen, code: now(secret) })).status).toBe(200);
  const rows = await house.deps.db.beforeScope((tx) =>
    tx.selectFrom('account_try').select('tries').execute(),
  );
  expect(rows.map(({ tries }) => tries)).toContain(6);
  later(2 * 86_400);
  await seat();
  await signIn(house.tablet(), { name: 'somebody.else', password: 'x' });
  const left = await house.deps.db.beforeScope((tx) =>
    tx.selectFrom('account_try').select('tries').execute(),
  );
  expect(left).toEqual([{ tries: 1 }]);
});

test('many wrong tries at once are counted one by one', async () => {
  const { name } = await newAccount();
  const all = Array.from({ length: 12 }, () =>
    signIn(house.tablet(), { name, password: 'feil passord her', code: '000000' }),
  );
  const answers = (await Promise.all(all)).map(({ status }) => status);
  expect(answers.filter((status) => status === 422)).toHaveLength(5);
});

test('a reset ends what was, sessions and codes too, and begins afresh', async () => {
  const { name, staffId, secret, codes, browser } = await newAccount();
  expect((await browser('/api/v1/session')).status).toBe(200);
  const first = await bodyOf<FirstPassword>(await give(staffId, {}));
  expect((await browser('/api/v1/session')).status).toBe(401);
  for (const code of [now(secret), codes[0] ?? ''])
    expect(await codeOf(await signIn(house.tablet(), { name, password: chosen, code }))).toBe(
      'account_refused',
    );
  const begun = house.tablet();
  await signIn(begun, { name, password: first.password });
  const { secret: renewed } = await bodyOf<AccountSetUp>(await begun('/api/v1/account/set-up'));
  expect(renewed).not.toBe(secret);
  const last = await bodyOf<FirstPassword>(await give(staffId, {}));
  expect(await refusalOf(await setUp(begun, chosen, now(renewed)))).toEqual([410, 'account_set_up_over']);
  await signIn(begun, { name, password: last.password });
  const { secret: kept } = await bodyOf<AccountSetUp>(await begun('/api/v1/account/set-up'));
  await setUp(begun, chosen, now(kept));
  // The person is told, in case it was somebody else; of the first account of all nobody is.
  const { notices } = await bodyOf<NoticeList>(await begun('/api/v1/notices'));
  expect(notices.map(({ kind }) => kind).toSorted()).toEqual(['account_reset', 'account_set_up']);
});

test('a first password that was never used runs out, and so does setting up', async () => {
  const { name, staffId } = await newPerson();
  const { password } = await bodyOf<FirstPassword>(await give(staffId, { name }));
  const browser = house.tablet();
  await signIn(browser, { name, password });
  later(31 * 60);
  expect(await refusalOf(await browser('/api/v1/account/set-up'))).toEqual([410, 'account_set_up_over']);
  later(7 * 86_400);
  await seat();
  expect(await codeOf(await signIn(house.tablet(), { name, password }))).toBe('account_refused');
});

test('a name is one person’s, and whoever has left does not get in', async () => {
  const one = await newAccount();
  const other = await newPerson();
  expect(await refusalOf(await give(other.staffId, { name: one.name.toUpperCase() }))).toEqual([
    409,
    'account_name_taken',
  ]);
  expect(await refusalOf(await give(other.staffId, {}))).toEqual([400, 'invalid_request']);
  await administrator(`/api/v1/staff/${one.staffId}/deactivate`, { method: 'POST' });
  const sent = { name: one.name, password: chosen, code: now(one.secret) };
  expect(await codeOf(await signIn(house.tablet(), sent))).toBe('account_refused');
  expect(await refusalOf(await give(one.staffId, {}))).toEqual([404, 'not_found']);
});

test('one’s own password and codes are changed by whoever proves it anew, and other sessions end', async () => {
  const { name, secret, browser } = await newAccount();
  const elsewhere = house.tablet();
  await signIn(elsewhere, { name, password: chosen, code: now(secret) });
  later();
  const send = (path: string, sent: object) => browser(`/api/v1/account/${path}`, json('POST', sent));
  const newPassword = 'rips og solbær i hagen';
  const change = (password: string, wished: string) =>
    send('password', { password, code: now(secret), newPassword: wished });
  expect(await refusalOf(await change('feil passord her', newPassword))).toEqual([422, 'account_refused']);
  expect(await refusalOf(await change(chosen, chosen))).toEqual([422, 'password_weak']);
  expect((await change(chosen, newPassword)).status).toBe(204);
  expect((await elsewhere('/api/v1/session')).status).toBe(401);
  expect((await browser('/api/v1/session')).status).toBe(200);
  later();
  const proof = { password: newPassword, code: now(secret) };
  const { codes } = await bodyOf<RecoveryCodes>(await send('recovery-codes', proof));
  later();
  await signIn(house.tablet(), { name, password: newPassword, code: codes[0] });
  expect(await bodyOf<OwnAccount>(await browser('/api/v1/account'))).toEqual({ recoveryCodesLeft: 9 });
  expect(await bodyOf<OwnAccount>(await administrator('/api/v1/account'))).toEqual({
    recoveryCodesLeft: null,
  });
});

test('whoever came by an account proves who it is anew by that, and others at the provider', async () => {
  const { browser } = await newAccount();
  const anew = async (from: Browser) =>
    (await from('/api/v1/sign-in?anew=true&returnTo=/cases')).headers.get('location');
  expect(await anew(browser)).toBe('/account/sign-in?returnTo=%2Fcases');
  expect(await anew(administrator)).toContain(house.issuer);
});

test('nothing of it is stored in the clear', async () => {
  const { name, secret, codes } = await newAccount();
  const rows = await house.deps.db.inScope(school, async (tx) => ({
    accounts: await tx.selectFrom('local_account').selectAll().execute(),
    codes: await tx.selectFrom('recovery_code').selectAll().execute(),
    names: await tx.selectFrom('account_lookup').selectAll().execute(),
  }));
  const stored = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value
      ? Buffer.from(value.data as number[]).toString('latin1') // what a Buffer becomes in JSON
      : value,
  );
  for (const word of [name, secret, chosen, codes[0] ?? '']) expect(stored).not.toContain(word);
  expect(stored).toContain('$argon2id$');
});

test('a school where people come by accounts alone is looked after by the clock all the same', async () => {
  await newAccount();
  await house.database.ask('delete from sign_in_lookup');
  expect(await house.deps.db.beforeScope(schoolsInUse)).toEqual([school.schoolId]);
});
