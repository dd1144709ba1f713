import { expect, test } from 'vitest';
import { lastDayKept } from './due.ts';

test.each([
  ['2027-07-31', '07-31', '2027-07-31'],
  ['2027-06-18', '07-31', '2027-07-31'],
  ['2027-07-31', '06-30', '2028-06-30'],
  ['2027-08-15', '07-31', '2028-07-31'],
])('answers of a year that ends on %s are kept until %s, that is %s', (endsOn, until, day) => {
  expect(lastDayKept(endsOn, until)).toBe(day);
});
