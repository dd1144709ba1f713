import { randomInt } from 'node:crypto';
import type { Keyring } from '@samhold/db';

/** Without those that are read as another: 0 and O, 1 and I and L, U and V. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';

const groups = (count: number, length: number): string =>
  Array.from({ length: count }, () =>
    Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** 97 bits, in four groups: somebody will write it by hand. */
export const newFirstPassword = (): string => groups(4, 5);

/** Ten of 58 bits. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: 10 }, () => groups(3, 4));

/** As it was given, however it was written. */
const plain = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '');

export const recoveryHash = (keyring: Keyring, staffId: string, code: string): Buffer =>
  keyring.lookupHash('recovery code', staffId, plain(code));

export const accountNameHash = (keyring: Keyring, name: string): Buffer =>
  keyring.lookupHash('account name', name.normalize('NFKC').toLocaleLowerCase('nb'));
