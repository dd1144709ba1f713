import { describe, expect, test } from 'vitest';
import { nextYear } from './next-year.ts';

describe('the next school year', () => {
  test.each([
    ['2026-11-24', '2026/2027'],
    ['2027-06-30', '2026/2027'],
    ['2027-07-01', '2027/2028'],
    ['2027-12-31', '2027/2028'],
  ])('on %s, for a school without any, is %s', (today, label) => {
    expect(nextYear(undefined, today).label).toBe(label);
  });

  test('follows the newest, on usual days', () => {
    const newest = { startsOn: '2026-08-17', endsOn: '2027-06-18' };
    expect(nextYear(newest, '2026-11-24')).toEqual({
      label: '2027/2028',
      startsOn: '2027-08-23',
      endsOn: '2028-06-23',
    });
  });

  test('does not begin before the newest has ended', () => {
    const newest = { startsOn: '2026-08-01', endsOn: '2027-08-25' };
    expect(nextYear(newest, '2026-11-24').startsOn).toBe('2027-08-26');
  });
});
