import { expect, test } from 'vitest';
import { nextMeetingDay } from './next-day.ts';

// Autumn break in week 40, Christmas, winter break in week 8.
const calendar = {
  startsOn: '2026-08-17',
  endsOn: '2027-06-18',
  free: [
    { startsOn: '2026-09-28', endsOn: '2026-10-02' },
    { startsOn: '2026-12-21', endsOn: '2027-01-03' },
    { startsOn: '2027-02-22', endsOn: '2027-02-26' },
    { startsOn: '2027-05-06', endsOn: '2027-05-06' },
  ],
};

test.each([
  ['the same weekday a week later', '2026-11-19', '2026-11-20', '2026-11-26'],
  ['over the autumn break', '2026-09-24', '2026-09-25', '2026-10-08'],
  ['over Christmas', '2026-12-17', '2026-12-18', '2027-01-07'],
  ['over the winter break', '2027-02-18', '2027-02-19', '2027-03-04'],
  ['the nearest school day when that one is free', '2027-04-29', '2027-04-30', '2027-05-05'],
  ['the next that is left when some weeks went by', '2026-10-15', '2026-11-10', '2026-11-12'],
])('%s', (_, last, today, expected) => {
  expect(nextMeetingDay(calendar, last, today)).toBe(expected);
});

test('the first meeting is today, on the first school day after a break, and never after the year', () => {
  expect(nextMeetingDay(calendar, null, '2026-11-19')).toBe('2026-11-19');
  expect(nextMeetingDay(calendar, null, '2026-09-30')).toBe('2026-10-07');
  expect(nextMeetingDay(calendar, '2027-06-17', '2027-06-17')).toBeNull();
  expect(nextMeetingDay(calendar, null, '2026-07-01')).toBe('2026-08-19');
});
