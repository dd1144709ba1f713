import { expect, test } from 'vitest';
import { addMonth } from './add-month.ts';

test.each([
  ['2026-11-27', '2026-12-27'],
  ['2026-12-31', '2027-01-31'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-30', '2028-02-29'],
  ['2027-05-31', '2027-06-30'],
])('what was asked for on %s is answered by %s', (asked, due) => {
  expect(addMonth(asked)).toBe(due);
});
