import { expect, test } from 'vitest';
import { morningHasCome } from './oslo-time.ts';

const opensAt = (day: string, moment: string): void => {
  const at = Date.parse(moment);
  expect(morningHasCome(day, new Date(at - 1_000))).toBe(false);
  expect(morningHasCome(day, new Date(at))).toBe(true);
};

test('the morning of a winter day comes at six in the morning UTC', () => {
  opensAt('2026-11-23', '2026-11-23T06:00:00Z');
});
test('the morning of a summer day comes at five in the morning UTC', () => {
  opensAt('2026-08-17', '2026-08-17T05:00:00Z');
});
// Summer time in the EU ends and begins at 01:00 UTC on the last Sundays of October and March (directive 2000/84/EC).
test.each([
  ['2026-10-24', '2026-10-24T05:00:00Z'],
  ['2026-10-25', '2026-10-25T06:00:00Z'],
  ['2027-03-27', '2027-03-27T06:00:00Z'],
  ['2027-03-28', '2027-03-28T05:00:00Z'],
])('the weekend when clocks change: %s begins at %s', opensAt);
test('a morning that has come stays so', () => {
  expect(morningHasCome('2026-11-23', new Date('2027-01-01T00:30:00Z'))).toBe(true);
  expect(morningHasCome('2026-11-23', new Date('2026-11-24T00:30:00Z'))).toBe(true);
});
