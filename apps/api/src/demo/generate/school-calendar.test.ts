import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../calendar/days.ts';
import { addSchoolDays } from '../../calendar/school-days.ts';
import { planRounds } from './plan-rounds.ts';
import { calendarOf, lastSchoolDayAtOrBefore, schoolYears } from './school-calendar.ts';

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));

describe('school days', () => {
  it('leave out weekends and breaks', () => {
    const { thisYear } = schoolYears('2026-11-24');
    expect(lastSchoolDayAtOrBefore(calendarOf(thisYear), '2026-10-04')).toBe('2026-09-25');
    expect(addSchoolDays(calendarOf(thisYear), '2026-12-18', 1)).toBe('2027-01-04');
    expect(addSchoolDays(calendarOf(thisYear), '2027-01-04', -1)).toBe('2026-12-18');
  });
});

describe('the school years', () => {
  it('refuse what is no date', () => {
    expect(() => schoolYears('24.11.2026')).toThrow(RangeError);
  });

  it('start in August as usual when enough of the year has passed', () => {
    const { thisYear, lastYear } = schoolYears('2027-02-10');
    expect(thisYear).toMatchObject({ label: '2026/2027', startsOn: '2026-08-17' });
    expect(lastYear).toMatchObject({ label: '2025/2026', startsOn: '2025-08-18', endsOn: '2026-06-19' });
  });

  it('hold today, 13 weeks before it, and never overlap', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { thisYear, lastYear } = schoolYears(today);
        expect(thisYear.startsOn <= addDays(today, -91)).toBe(true);
        expect(thisYear.endsOn > today).toBe(true);
        expect(lastYear.endsOn < thisYear.startsOn).toBe(true);
        expect(lastYear.startsOn < lastYear.endsOn).toBe(true);
      }),
    );
  });
});

describe('the planned rounds', () => {
  it('lie inside their year, in order, on school weekdays, with only the last one open', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { thisYear, lastYear } = schoolYears(today);
        const rounds = planRounds(today, lastYear, thisYear);
        rounds.forEach((round, index) => {
          const year = round.year === 'this' ? thisYear : lastYear;
          expect(round.step).toBe(index);
          expect(round.opensOn >= year.startsOn && round.closesOn <= year.endsOn).toBe(true);
          expect(weekday(round.opensOn)).toBeLessThanOrEqual(5);
          expect(round.opensOn >= (rounds[index - 1]?.opensOn ?? '')).toBe(true);
          expect(round.openNow).toBe(index === rounds.length - 1);
          if (round.openNow) expect(round.opensOn <= today && round.closesOn >= today).toBe(true);
          else expect(round.closesOn < today).toBe(true);
        });
        expect(new Set(rounds.map(({ key }) => key)).size).toBe(13);
      }),
      // The first school days after Christmas, where three weeks ago is only a few school days ago.
      {
        numRuns: 300,
        examples: [['2027-01-06'], ['2027-01-08'], ['2026-01-05'], ['2026-08-03'], ['2026-07-31']],
      },
    );
  });
});
