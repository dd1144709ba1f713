import { describe, expect, it } from 'vitest';
import { freePeriodsFrom, usualYear } from '../calendar/year-template.ts';
import { signalReminders } from './signal-reminders.ts';

const calendars = new Map([['year', { ...usualYear(2026), free: freePeriodsFrom(2026) }]]);
const untold = { teachersUntold: true, socialTeachersUntold: true };
const told = (since: string, now: string, who: typeof untold = untold): readonly string[] =>
  signalReminders(
    { roundId: 'r', classId: 'c', yearId: 'year', since: new Date(since), ...who },
    calendars,
    new Date(now),
  ).map(({ to }) => to);

describe('signals nobody has judged', () => {
  it.each([
    ['in the autumn', '2026-11-03T10:00:00Z', '2026-11-17T06:00:00Z', '2026-12-01T06:00:00Z'],
    ['over week 40', '2026-09-22T10:00:00Z', '2026-10-13T05:00:00Z', '2026-10-27T06:00:00Z'],
    ['over Christmas and New Year', '2026-12-16T10:00:00Z', '2027-01-13T06:00:00Z', '2027-01-27T06:00:00Z'],
    ['over week 8', '2027-02-12T10:00:00Z', '2027-03-05T06:00:00Z', '2027-03-19T06:00:00Z'],
    ['made on a Saturday', '2026-11-07T10:00:00Z', '2026-11-23T06:00:00Z', '2026-12-07T06:00:00Z'],
    ['over the clocks going back', '2026-10-13T10:00:00Z', '2026-10-27T06:00:00Z', '2026-11-10T06:00:00Z'],
    ['over Easter, to summer time', '2027-03-11T10:00:00Z', '2027-04-01T05:00:00Z', '2027-04-15T05:00:00Z'],
    ['where the weekday is free', '2027-05-03T10:00:00Z', '2027-05-18T05:00:00Z', '2027-05-31T05:00:00Z'],
  ])('are reminded of after two and four school weeks %s', (_when, since, first, second) => {
    const before = (moment: string) => new Date(Date.parse(moment) - 1_000).toISOString();
    expect(told(since, before(first))).toEqual([]);
    expect(told(since, first)).toEqual(['contact_teachers']);
    expect(told(since, before(second))).toEqual(['contact_teachers']);
    expect(told(since, second)).toEqual(['contact_teachers', 'social_teachers']);
  });

  it('are no reason to tell again whoever was told', () => {
    const [since, now] = ['2026-09-01T10:00:00Z', '2026-11-17T06:00:00Z'];
    expect(told(since, now, { ...untold, teachersUntold: false })).toEqual(['social_teachers']);
    expect(told(since, now, { ...untold, socialTeachersUntold: false })).toEqual(['contact_teachers']);
    expect(told(since, now, { teachersUntold: false, socialTeachersUntold: false })).toEqual([]);
  });

  it('are let be when the year ends first, and in August', () => {
    expect(told('2027-06-10T10:00:00Z', '2027-06-18T10:00:00Z')).toEqual([]);
    expect(told('2027-04-10T10:00:00Z', '2027-08-20T10:00:00Z')).toEqual([]);
  });
});
