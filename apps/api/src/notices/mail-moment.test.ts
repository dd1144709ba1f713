import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { timeInNorway } from '../clock/oslo-time.ts';
import { mailMoment, usualQuiet } from './mail-moment.ts';

/** Oslo 2026/2027: autumn week 40, Christmas, winter week 8, Easter, and the summer before and after. */
const breaks = [
  ['2026-06-20', '2026-08-16'],
  ['2026-09-28', '2026-10-02'],
  ['2026-12-21', '2027-01-01'],
  ['2027-02-22', '2027-02-26'],
  ['2027-03-22', '2027-03-29'],
  ['2027-06-19', '2027-08-15'],
] as const;
const isFree = (day: string): boolean => breaks.some(([from, to]) => from <= day && day <= to);
const at = (mailed: 'at_once' | 'daily' | 'weekly', now: string, quiet = usualQuiet): string =>
  mailMoment(mailed, new Date(now), quiet, isFree).toISOString();

describe('mail at once', () => {
  it('goes at once in the day', () => {
    expect(at('at_once', '2026-11-26T10:00:00Z')).toBe('2026-11-26T10:00:00.000Z');
  });
  it.each([
    ['from five o’clock, until seven', '2026-11-26T16:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['before seven, until seven', '2026-11-26T05:59:00Z', '2026-11-26T06:00:00.000Z'],
    ['on Friday evening, until Monday', '2026-11-27T18:00:00Z', '2026-11-30T06:00:00.000Z'],
    ['before week 40, over the autumn break', '2026-09-25T16:00:00Z', '2026-10-05T05:00:00.000Z'],
    ['before week 8, over the winter break', '2027-02-19T17:00:00Z', '2027-03-01T06:00:00.000Z'],
    ['over New Year', '2026-12-31T10:00:00Z', '2027-01-04T06:00:00.000Z'],
    ['in July, until August', '2027-07-10T10:00:00Z', '2027-08-16T05:00:00.000Z'],
    ['over Easter and the night the clocks go forward', '2027-03-19T16:00:00Z', '2027-03-30T05:00:00.000Z'],
    ['on a Saturday in summer time, until Monday', '2027-04-17T08:00:00Z', '2027-04-19T05:00:00.000Z'],
    ['over the night the clocks go back', '2026-10-23T15:30:00Z', '2026-10-26T06:00:00.000Z'],
  ])('waits %s', (_when, now, due) => {
    expect(at('at_once', now)).toBe(due);
  });
  it('goes at any time for those who have no quiet hours', () => {
    const never = { hours: null, weekends: false, freeDays: false };
    expect(at('at_once', '2026-12-25T02:00:00Z', never)).toBe('2026-12-25T02:00:00.000Z');
  });
});

describe('a digest', () => {
  it('of the day comes the next morning with school, summer and winter time alike', () => {
    expect(at('daily', '2027-03-19T10:00:00Z')).toBe('2027-03-30T05:00:00.000Z');
    expect(at('daily', '2026-11-26T10:00:00Z')).toBe('2026-11-27T06:00:00.000Z');
    expect(at('daily', '2026-11-26T05:00:00Z')).toBe('2026-11-26T06:00:00.000Z');
  });
  it('of the week comes on the first day of a week with school', () => {
    expect(at('weekly', '2026-11-26T10:00:00Z')).toBe('2026-11-30T06:00:00.000Z');
    expect(at('weekly', '2026-09-24T10:00:00Z')).toBe('2026-10-05T05:00:00.000Z');
    expect(at('weekly', '2027-03-19T10:00:00Z')).toBe('2027-03-30T05:00:00.000Z');
  });
  it('waits for the end of quiet hours that last longer', () => {
    const late = { ...usualQuiet, hours: { from: '16:00', to: '08:30' } };
    expect(at('daily', '2026-11-26T10:00:00Z', late)).toBe('2026-11-27T07:30:00.000Z');
  });
});

it('is never before it is told, nor in a night, a weekend or a free day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-07-01'), max: new Date('2027-07-31'), noInvalidDate: true }),
      fc.constantFrom('at_once', 'daily', 'weekly'),
      (now, mailed) => {
        const due = mailMoment(mailed, now, usualQuiet, isFree);
        const time = timeInNorway(due);
        expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect([time >= '07:00', time < '17:00', weekday(dayOf(due)) <= 5, isFree(dayOf(due))]).toEqual([
          true,
          true,
          true,
          false,
        ]);
      },
    ),
  );
});
