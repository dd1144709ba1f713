import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

const known = ['anne.lund', 'Anne Lund', 'Fjellvik skole'];

test.each([
  ['kort', 'short'],
  ['elleve tegn', 'short'],
  ['1qaz2wsx3edc', 'common'],
  ['ADMINISTRATOR', 'common'],
  ['aaaaaaaaaaaa', 'guessable'],
  ['121212121212', 'guessable'],
  ['0123456789012', 'guessable'],
  ['abcdefghijklm', 'guessable'],
  ['iloveyou1234', 'guessable'],
  ['Passord-2026', 'guessable'],
  ['Velkommen123!', 'guessable'],
  ['SommerVinter26', 'guessable'],
  ['Bergen-2026!', 'guessable'],
  ['anne.lund1234', 'guessable'],
  ['annelund-2026', 'guessable'],
  ['Fjellvikskole1', 'guessable'],
  ['Samhold-Fjellvik', 'guessable'],
  ['S4mh0ldS4mh0ld', 'guessable'],
  ['fjellvik'.repeat(20), 'guessable'],
  ['blåbær på søndag', undefined],
  ['korrekt hest batteri', undefined],
  ['7Rk2-pQ9x-Lm4w', undefined],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, known)).toBe(fault);
});

test('none of the list is taken', () => {
  const longEnough = dictionary['passwords-common'].filter((password) => password.length >= 12);
  expect(longEnough.length).toBeGreaterThan(300);
  expect(longEnough.filter((password) => passwordFault(password, []) === undefined)).toEqual([]);
});

test('one of the list with a year or a sign behind it is not taken either', () => {
  const begun = dictionary['passwords-common'].filter((password) => password.length > 7).slice(0, 200);
  for (const ending of ['2026', '123!'])
    expect(begun.filter((password) => passwordFault(password + ending, []) === undefined)).toEqual([]);
});
