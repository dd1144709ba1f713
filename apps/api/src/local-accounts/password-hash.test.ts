import { expect, test } from 'vitest';
import { hashPassword, isPassword, nobodysHash } from './password-hash.ts';

test('a password is known again, and no other', async () => {
  const stored = await hashPassword('blåbær på søndag');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await isPassword('blåbær på søndag', stored)).toBe(true);
  expect(await isPassword('blåbær på søndag'.normalize('NFD'), stored)).toBe(true);
  expect(await isPassword('blåbær på mandag', stored)).toBe(false);
  expect(await hashPassword('blåbær på søndag')).not.toBe(stored);
});

test('nobody’s hash is any other hash to look at, and no password is right', async () => {
  expect(await isPassword('', nobodysHash())).toBe(false);
});

test('a hash of other costs is not taken for a wrong password', async () => {
  const weak = nobodysHash().replace('t=3', 't=1');
  await expect(isPassword('x', weak)).rejects.toThrow('not a stored password');
});
