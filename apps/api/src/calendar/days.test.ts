import { describe, expect, it } from 'vitest';
import { addDays, easterSunday, weekNumber } from './days.ts';

describe('dates', () => {
  it('count weeks as ISO 8601 does, at both ends of the year', () => {
    // Examples of the standard: 2005-01-01 lies in 2004-W53, 2008-12-29 in 2009-W01.
    expect(weekNumber('2005-01-01')).toBe(53);
    expect(weekNumber('2008-12-29')).toBe(1);
    expect(weekNumber('2026-11-24')).toBe(48);
  });

  it('know Easter', () => {
    expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
    ]);
  });

  it('refuse what is no date', () => {
    expect(() => addDays('24.11.2026', 1)).toThrow(RangeError);
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
  });
});
