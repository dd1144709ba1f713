import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedYear } from '../calendar/plan/generated-years.fixture.ts';
import { isSchoolDay, schoolWeekNumber, schoolWeeksOf } from '../calendar/school-days.ts';
import { freePeriodsFrom, usualYear } from '../calendar/year-template.ts';
import { occurrencesOf, type Moves, type Rhythm } from './occurrences.ts';

const calendar = { ...usualYear(2026), free: freePeriodsFrom(2026) };
const weekly: Rhythm = { firstWeek: 1, everyWeeks: 1, times: null, weekday: 3, weeksLong: 0 };
const daysOf = (rhythm: Partial<Rhythm>, moves: Moves = new Map()): readonly string[] =>
  occurrencesOf(calendar, { ...weekly, ...rhythm }, moves).map(({ startsOn }) => startsOn);

describe('what recurs in a school year', () => {
  it('every week comes in every school week, not in week 40, over Christmas, in week 8 or at Easter', () => {
    const days = daysOf({});
    expect(days).toHaveLength(schoolWeeksOf(calendar).length);
    for (const free of ['2026-09-30', '2026-12-23', '2026-12-30', '2027-02-24', '2027-03-24'])
      expect(days).not.toContain(free);
    expect(days).toEqual(expect.arrayContaining(['2026-09-23', '2026-10-07', '2026-12-16', '2027-01-06']));
  });

  it('every fourth week is counted in school weeks, so that a break puts it off', () => {
    expect(daysOf({ firstWeek: 4, everyWeeks: 4 }).slice(0, 5)).toEqual([
      '2026-09-09',
      '2026-10-14',
      '2026-11-11',
      '2026-12-09',
      '2027-01-20',
    ]);
  });

  it('twice a year comes twice, and no more often than the year has room for', () => {
    expect(daysOf({ firstWeek: 8, everyWeeks: 18, times: 2 })).toEqual(['2026-10-14', '2027-03-10']);
    expect(daysOf({ firstWeek: 30, everyWeeks: 18, times: 2 })).toHaveLength(1);
    expect(daysOf({ firstWeek: 60 })).toEqual([]);
  });

  it('comes on the school day next to a holiday', () => {
    // 17 May 2027 is a Monday.
    expect(daysOf({ weekday: 1 })).toContain('2027-05-18');
    // Ascension Day 2027 is Thursday 6 May: of Wednesday and Friday, the later.
    expect(daysOf({ weekday: 4 })).toContain('2027-05-07');
  });

  it('of several weeks goes from the first school day to the last, over a break', () => {
    const [first] = occurrencesOf(calendar, { ...weekly, firstWeek: 6, weeksLong: 2 }, new Map());
    expect(first).toMatchObject({ startsOn: '2026-09-21', endsOn: '2026-10-09' });
  });

  it('is moved and taken out one at a time', () => {
    const moves = new Map([
      [2, '2026-08-27'],
      [3, null],
    ]);
    const [one, two, three, four] = occurrencesOf(calendar, weekly, moves);
    expect([one, two, three, four].map((occurrence) => occurrence?.state)).toEqual([
      'planned',
      'moved',
      'taken_out',
      'planned',
    ]);
    expect(two).toMatchObject({ startsOn: '2026-08-27', plannedOn: '2026-08-26' });
  });

  it('is always on school days of the year, the given school weeks apart', () => {
    const rhythm = fc.record({
      firstWeek: fc.integer({ min: 1, max: 20 }),
      everyWeeks: fc.integer({ min: 1, max: 20 }),
      times: fc.option(fc.integer({ min: 1, max: 40 })),
      weekday: fc.integer({ min: 1, max: 5 }),
      weeksLong: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(generatedYear, rhythm, ({ calendar: year }, wished) => {
        const found = occurrencesOf(year, wished, new Map());
        for (const [at, { number, startsOn, endsOn }] of found.entries()) {
          expect([number, isSchoolDay(year, startsOn), isSchoolDay(year, endsOn)]).toEqual([
            at + 1,
            true,
            true,
          ]);
          expect(schoolWeekNumber(year, startsOn)).toBe(wished.firstWeek + at * wished.everyWeeks);
          expect(endsOn >= startsOn).toBe(true);
        }
      }),
    );
  });
});
