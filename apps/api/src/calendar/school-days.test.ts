import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from './days.ts';
import {
  addSchoolDays,
  isSchoolDay,
  schoolDaysBetween,
  schoolWeekNumber,
  schoolWeeksOf,
  type SchoolCalendar,
} from './school-days.ts';
import { generatedYear } from './plan/generated-years.fixture.ts';
import { freePeriodsFrom, templatePeriods, templateTerms, usualYear } from './year-template.ts';

const year2026: SchoolCalendar = { ...usualYear(2026), free: freePeriodsFrom(2026) };
const yearAndDay = fc
  .tuple(generatedYear, fc.integer({ min: -30, max: 400 }))
  .map(([{ calendar }, days]) => ({ calendar, day: addDays(calendar.startsOn, days) }));
const steps = fc.integer({ min: -60, max: 60 });

describe('the school-day clock', () => {
  it('leaves out weekends and breaks', () => {
    expect(addSchoolDays(year2026, '2026-12-18', 1)).toBe('2027-01-04');
    expect(addSchoolDays(year2026, '2027-01-04', -1)).toBe('2026-12-18');
    expect(addSchoolDays(year2026, '2026-09-25', 5)).toBe('2026-10-09');
    expect(isSchoolDay(year2026, '2027-05-17')).toBe(false);
  });

  it('goes on over the end of the year by weekdays, so that a deadline in June falls on a day', () => {
    expect(addSchoolDays(year2026, '2027-06-17', 5)).toBe('2027-06-24');
  });

  it('is the same at both changes of the clocks and on leap day', () => {
    expect(addSchoolDays(year2026, '2026-10-23', 1)).toBe('2026-10-26');
    expect(addSchoolDays({ startsOn: '2027-08-16', endsOn: '2028-06-16', free: [] }, '2028-02-28', 2)).toBe(
      '2028-03-01',
    );
    expect(addSchoolDays(year2026, '2027-04-01', 1)).toBe('2027-04-02');
  });

  it('counts school weeks, so that a free week has the number of the week before it', () => {
    expect(schoolWeekNumber(year2026, '2026-08-16')).toBe(0);
    expect(schoolWeekNumber(year2026, '2026-08-17')).toBe(1);
    expect(schoolWeekNumber(year2026, '2026-09-25')).toBe(6);
    expect(schoolWeekNumber(year2026, '2026-09-30')).toBe(6);
    expect(schoolWeekNumber(year2026, '2026-10-05')).toBe(7);
  });

  it('goes back where it came from', () => {
    fc.assert(
      fc.property(yearAndDay, steps, ({ calendar, day }, count) => {
        const from = addSchoolDays(calendar, day, 1);
        expect(addSchoolDays(calendar, addSchoolDays(calendar, from, count), -count)).toBe(from);
      }),
    );
  });

  it('lands on school days, and counts as many as it went', () => {
    fc.assert(
      fc.property(yearAndDay, steps, ({ calendar, day }, count) => {
        const from = addSchoolDays(calendar, day, 1);
        const to = addSchoolDays(calendar, from, count);
        expect(isSchoolDay(calendar, to)).toBe(true);
        expect(schoolDaysBetween(calendar, from, to)).toBe(count);
      }),
    );
  });

  it('has each school day of the year in exactly one school week', () => {
    fc.assert(
      fc.property(generatedYear, ({ calendar }) => {
        const days = schoolWeeksOf(calendar).flatMap((week) => week.schoolDays);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.every((day) => isSchoolDay(calendar, day))).toBe(true);
        expect(days).toHaveLength(
          schoolDaysBetween(calendar, addDays(calendar.startsOn, -1), calendar.endsOn),
        );
      }),
    );
  });
});

describe('the template year', () => {
  it('is the school route of Oslo for 2026/2027 but for the planning days', () => {
    // Skoleruta for Osloskolen 2026/2027: autumn week 40, Christmas from 21 December, winter week 8.
    const names = templatePeriods(usualYear(2026)).map(({ name, startsOn, endsOn }) => [
      name,
      startsOn,
      endsOn,
    ]);
    expect(names).toContainEqual(['Høstferie', '2026-09-28', '2026-10-02']);
    expect(names).toContainEqual(['Juleferie', '2026-12-21', '2027-01-01']);
    expect(names).toContainEqual(['Vinterferie', '2027-02-22', '2027-02-26']);
    expect(names).toContainEqual(['Påskeferie', '2027-03-22', '2027-03-29']);
    expect(names).toContainEqual(['Elevundersøkelsen', '2026-10-01', '2026-11-30']);
  });

  it('leaves the school two to six days to take out before 190, starts about 16–23 August and ends in June', () => {
    for (let startYear = 2020; startYear <= 2040; startYear += 1) {
      const year = usualYear(startYear);
      const calendar = { ...year, free: templatePeriods(year).filter(({ kind }) => kind === 'free') };
      const days = schoolDaysBetween(calendar, addDays(year.startsOn, -1), year.endsOn);
      expect([startYear, days >= 188 && days <= 197]).toEqual([startYear, true]);
      expect(year.startsOn >= `${startYear}-08-16` && year.startsOn <= `${startYear}-08-23`).toBe(true);
      expect(weekday(year.endsOn)).toBe(5);
      expect(year.endsOn.slice(5, 7)).toBe('06');
      expect(templateTerms(year).map(({ name }) => name)).toEqual(['Høst', 'Vår']);
    }
  });
});
