import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsBirthNumber } from './birth-number.ts';

const padded = (value: number, length: number) => String(value).padStart(length, '0');
const number = (from: number, to: number) => fc.integer({ min: from, max: to });

const anyBirthNumber = fc
  .tuple(
    fc.oneof(number(1, 31), number(41, 71)),
    fc.tuple(number(1, 12), fc.constantFrom(0, 40, 65, 80)).map(([month, added]) => month + added),
    number(0, 99),
    fc.constantFrom('', ' ', '-', '\u00A0'),
    number(0, 99_999),
  )
  .map(
    ([day, month, year, sign, rest]) =>
      `${padded(day, 2)}${padded(month, 2)}${padded(year, 2)}${sign}${padded(rest, 5)}`,
  );

describe('a birth number', () => {
  test('is found whatever stands around it, digits and a plus excepted', () => {
    const around = fc.string().filter((text) => !/\d/.test(text) && !text.includes('+'));
    fc.assert(
      fc.property(around, anyBirthNumber, around, (before, digits, after) => {
        expect(holdsBirthNumber(`${before}${digits}${after}`)).toBe(true);
      }),
    );
  });

  test.each(['01010112345', '71128012345', '01410112345', '15660112345', '15920112345', 'fnr:010101 12345'])(
    'is found in %s',
    (value) => {
      expect(holdsBirthNumber(value)).toBe(true);
    },
  );

  test.each([
    ['too few digits', '0101011234'],
    ['a longer run of digits', '010101123456'],
    ['a telephone number', '+11110112345'],
    ['no day', '00010112345'],
    ['no day of a D-number', '72010112345'],
    ['no month', '01130112345'],
    ['a number of a system', '20261234567'],
    ['a random id', 'a1b2c3d4-0000-4000-8000-01010112345a'],
    ['two random ids', '00000000-0000-4000-8000-a01010112345,00000000-0000-4000-8000-01010112345a'],
    ['a check sum', `${'ab'.repeat(10)}01010112345a`],
  ])('is not %s', (_what, value) => {
    expect(holdsBirthNumber(value)).toBe(false);
  });
});
