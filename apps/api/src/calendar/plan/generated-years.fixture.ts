import fc from 'fast-check';
import { addDays, daysBetween } from '../days.ts';
import { type SchoolCalendar } from '../school-days.ts';
import { templatePeriods, usualYear } from '../year-template.ts';
import type { PlanPeriod } from './planned-round.ts';

export type GeneratedYear = { readonly calendar: SchoolCalendar; readonly periods: readonly PlanPeriod[] };

const stretch = fc.record({ at: fc.nat(), days: fc.integer({ min: 1, max: 12 }) });
const survey = fc.record({
  at: fc.nat(),
  days: fc.integer({ min: 1, max: 70 }),
  fromGrade: fc.integer({ min: 1, max: 7 }),
  grades: fc.integer({ min: 0, max: 6 }),
  kind: fc.constantFrom('national_survey' as const, 'municipal_survey' as const),
});

/** School years from 2020 to 2040 with the template's periods, breaks anywhere and surveys of any grades. */
export const generatedYear: fc.Arbitrary<GeneratedYear> = fc
  .record({
    startYear: fc.integer({ min: 2020, max: 2039 }),
    breaks: fc.array(stretch, { maxLength: 5 }),
    surveys: fc.array(survey, { maxLength: 3 }),
    withTemplate: fc.boolean(),
  })
  .map(({ startYear, breaks, surveys, withTemplate }) => {
    const year = usualYear(startYear);
    const length = daysBetween(year.startsOn, year.endsOn);
    const placed = ({ at, days }: { at: number; days: number }) => {
      const startsOn = addDays(year.startsOn, at % length);
      const endsOn = addDays(startsOn, days - 1);
      return { startsOn, endsOn: endsOn < year.endsOn ? endsOn : year.endsOn };
    };
    const template = templatePeriods(year);
    const periods: readonly PlanPeriod[] = [
      ...(withTemplate ? template : template.filter((period) => period.kind === 'free')),
      ...breaks.map((pause, index) => ({
        kind: 'free' as const,
        name: `Fri ${index}`,
        fromGrade: 1,
        toGrade: 7,
        ...placed(pause),
      })),
      ...surveys.map((one, index) => ({
        kind: one.kind,
        name: `Undersøkelse ${index}`,
        fromGrade: one.fromGrade,
        toGrade: Math.min(7, one.fromGrade + one.grades),
        ...placed(one),
      })),
    ];
    const free = periods.filter((period) => period.kind === 'free');
    return { calendar: { ...year, free }, periods };
  });
