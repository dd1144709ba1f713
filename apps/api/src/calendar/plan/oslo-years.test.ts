import { describe, expect, it } from 'vitest';
import { municipalSurvey, templatePeriods, usualYear } from '../year-template.ts';
import { planRounds } from './plan-rounds.ts';

describe('the plan of any year by the pattern of Oslo', () => {
  it.each(Array.from({ length: 15 }, (_, at) => 2024 + at))('keeps out of the breaks in %i', (startYear) => {
    const periods = templatePeriods(usualYear(startYear));
    const days = { ...usualYear(startYear), free: periods.filter(({ kind }) => kind === 'free') };
    const { rounds, conflicts } = planRounds(days, [...periods, municipalSurvey(startYear)], {
      from: days.startsOn,
      opened: [],
    });
    expect(rounds.length).toBeGreaterThan(8);
    expect(conflicts.filter(({ code }) => code === 'over_break' || code === 'during_survey')).toEqual([]);
  });
});
