import { describe, expect, it } from 'vitest';
import { isoDay, longDate } from './dates.ts';
import { counted, decimal, listed, percent, spacedCode } from './numbers.ts';

describe('what numbers and dates look like in Norwegian text', () => {
  it('writes a day with the month in words', () => {
    expect(longDate('2026-11-03')).toBe('3. november 2026');
  });

  it('keeps a day the same day in every time zone', () => {
    expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('writes decimals with a comma and drops zeros that say nothing', () => {
    expect(decimal(1.25)).toBe('1,3');
    expect(decimal(2)).toBe('2');
    expect(decimal(-0.5)).toBe('−0,5');
  });

  it('writes whole per cent with a space that does not break', () => {
    expect(percent(0.875)).toBe('88\u00a0%');
  });

  it('counts one and many', () => {
    expect(counted(1, 'elev', 'elever')).toBe('1\u00a0elev');
    expect(counted(0, 'elev', 'elever')).toBe('0\u00a0elever');
  });

  it('keeps thousands apart from five digits on', () => {
    expect(counted(2904, 'elev', 'elever')).toBe('2904\u00a0elever');
    expect(counted(60_144, 'elev', 'elever')).toBe('60\u00a0144\u00a0elever');
  });

  it('lists names with «og» before the last', () => {
    expect(listed([])).toBe('');
    expect(listed(['Ada'])).toBe('Ada');
    expect(listed(['Ada', 'Bo', 'Cecilie'])).toBe('Ada, Bo og Cecilie');
  });

  it('shows a class code in two groups of four, whatever it came with', () => {
    expect(spacedCode('ABCD1234')).toBe('ABCD 1234');
    expect(spacedCode('ABCD-1234')).toBe('ABCD 1234');
  });
});
