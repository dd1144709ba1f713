import { expect, test } from 'vitest';
import {
  cookieOptions,
  identityCookie,
  newToken,
  pendingCookieOptions,
  pupilCookie,
  readToken,
  signInCookie,
  staffCookie,
} from './tokens.ts';

const school = '7b0c4c52-6f0e-4d0a-9c55-0d6a3f8f1a11';

test('S4: every cookie is of this host alone, over https, and no script reads it', () => {
  for (const name of [staffCookie, pupilCookie, signInCookie, identityCookie])
    expect(name).toMatch(/^__Host-/);
  for (const options of [cookieOptions, pendingCookieOptions])
    expect(options).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
});

test('a token is 256 random bits, another each time, and its hash is what is stored', () => {
  const made = Array.from({ length: 20 }, () => newToken(school));
  expect(new Set(made.map(({ cookie }) => cookie)).size).toBe(20);
  for (const { cookie, tokenHash } of made) {
    expect(Buffer.from(cookie.split('.')[1] ?? '', 'base64url')).toHaveLength(32);
    expect(readToken(cookie)).toEqual({ schoolId: school, tokenHash });
    expect(cookie).not.toContain(tokenHash.toString('base64url'));
  }
});
