import { expect, test } from 'vitest';
import { withOtherName } from './forget-name.ts';

test.each([
  ['Ute: valgte Bo Dal, Bo Dalen. Valgt av 2.', 'Bo Dal', 'Ute: valgte Kim, Bo Dalen. Valgt av 2.'],
  ['valgte Ebo Dal', 'Bo Dal', 'valgte Ebo Dal'],
  ['valgte Anne-Lise O’Neil, Å (x). Y', 'Anne-Lise O’Neil', 'valgte Kim, Å (x). Y'],
  ['valgte Å (x). Y', 'Å (x). Y', 'valgte Kim'],
  ['valgte Ål Øy og Ål Øya', 'Ål Øy', 'valgte Kim og Ål Øya'],
])('in «%s» %s is called something else', (text, name, expected) => {
  expect(withOtherName(text, name, 'Kim')).toBe(expected);
});
