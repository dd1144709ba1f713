import type { CalendarPeriod } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { addDays, rangeText, weekNumber, weeksText } from './day-texts.ts';
import { weekOver, yearMonths } from './year-months.ts';

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
    const months = yearMonths({ terms, periods: [autumn] }, [round]);
    expect(months.map(({ month, entries }) => [month, entries.map(({ what }) => what)])).toEqual([
      ['2026-08', ['term', 'round']],
      ['2026-09', ['period']],
      ['2026-12', ['term']],
    ]);
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
