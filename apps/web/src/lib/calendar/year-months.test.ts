import type { CalendarPeriod } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { addDays, rangeText, weekNumber, weeksText } from './day-texts.ts';
import { weekOver, yearItems, yearMonths } from './year-months.ts';

const autumn: CalendarPeriod = {
  periodId: 'a',
  kind: 'free',
  name: 'Høstferie',
  startsOn: '2026-09-28',
  endsOn: '2026-10-02',
  fromGrade: 1,
  toGrade: 7,
  source: 'template',
};
const round = {
  key: 'r',
  roundId: null,
  kind: 'wellbeing',
  name: 'Trivsel 1 (uke 36)',
  fromGrade: 1,
  toGrade: 7,
  opensOn: '2026-08-31',
  closesOn: '2026-09-07',
  state: 'planned',
} as const;

describe('the year as a list', () => {
  it('puts what begins in a month under it, in order of time', () => {
    const terms = [{ number: 1, name: 'Høst', startsOn: '2026-08-17', endsOn: '2026-12-31' }];
    const months = yearMonths(yearItems({ terms, periods: [autumn], entries: [] }, [round]));
    expect(months.map(({ month, entries }) => [month, entries.map(({ what }) => what)])).toEqual([
      ['2026-08', ['term', 'round']],
      ['2026-09', ['period']],
      ['2026-12', ['term']],
    ]);
  });
});

describe('what recurs', () => {
  const occurrence = (number: number, startsOn: string, state: 'planned' | 'moved') => ({
    ...{ number, startsOn, endsOn: startsOn, plannedOn: startsOn, state },
  });
  const entry = {
    ...{ entryId: 'e', name: 'Elevsaksmøte', responsible: ['social_teacher' as const], firstWeek: 1 },
    ...{ everyWeeks: 1, times: null, weekday: 3, weeksLong: 0, startsAt: null, minutes: null },
    occurrences: [occurrence(1, '2026-08-19', 'planned'), occurrence(2, '2026-08-27', 'moved')],
  };
  const year = (over: object) => ({ terms: [], periods: [], entries: [{ ...entry, ...over }] });
  const listed = (over: object) =>
    yearMonths(yearItems(year(over), [])).flatMap(({ entries }) => entries.map(({ startsOn }) => startsOn));

  it('every week stands in the list only where it is moved, but all of it is in the year', () => {
    expect(yearItems(year({}), [])).toHaveLength(2);
    expect(listed({})).toEqual(['2026-08-27']);
  });
  it('more seldom stands there each time', () => {
    expect(listed({ everyWeeks: 4 })).toEqual(['2026-08-19', '2026-08-27']);
  });
});

describe('a week over', () => {
  it('passes the weeks that are free', () => {
    expect(weekOver('2026-09-21', 1, [autumn], addDays)).toBe('2026-10-05');
    expect(weekOver('2026-10-05', -1, [autumn], addDays)).toBe('2026-09-21');
    expect(weekOver('2026-10-05', 1, [autumn], addDays)).toBe('2026-10-12');
  });
});

describe('days in words', () => {
  it('are short and unmistakable', () => {
    expect(rangeText('2027-05-17', '2027-05-17')).toBe('mandag 17. mai');
    expect(rangeText('2026-09-28', '2026-10-02')).toBe('28. september – 2. oktober');
    expect(rangeText('2027-02-22', '2027-02-26')).toBe('22.–26. februar');
    expect([weekNumber('2026-01-01'), weekNumber('2027-01-03'), weekNumber('2026-11-24')]).toEqual([
      1, 53, 48,
    ]);
    expect(weeksText('2026-12-21', '2027-01-01')).toBe('uke 52–53');
  });
});
