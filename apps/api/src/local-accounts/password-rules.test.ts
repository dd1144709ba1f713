import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

test.each([
  ['kort', 'short'],
  ['elleve tegn', 'short'],
  ['aaaaaaaaaaaa', 'few_letters'],
  ['121212121212', 'few_letters'],
  ['0123456789012', 'guessable'],
  ['abcdefghijklm', 'guessable'],
  ['Passord-2026', 'guessable'],
  ['Velkommen123!', 'guessable'],
  ['anne.lund1234', 'guessable'],
  ['SommerVinter26', 'guessable'],
  ['blåbær på søndag', undefined],
  ['korrekt hest batteri', undefined],
  ['7Rk2-pQ9x-Lm4w', undefined],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, 'anne.lund')).toBe(fault);
});
