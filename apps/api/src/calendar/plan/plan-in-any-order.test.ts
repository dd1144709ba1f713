import fc from 'fast-check';
import { allQuestionnaires } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { addSchoolDays, schoolWeeksOf } from '../school-days.ts';
import { templateTerms } from '../year-template.ts';
import { generatedYear, type GeneratedYear } from './generated-years.fixture.ts';
import { loadOf } from './load.ts';
import { planRounds } from './plan-rounds.ts';
import { GRADES, roundKinds, SCHOOL_DAYS_OPEN, type PlannedRound, type PlanPeriod } from './planned-round.ts';

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

const heldRound = fc.record({
  kind: fc.constantFrom(...roundKinds),
  fromGrade: fc.integer({ min: 1, max: 7 }),
  grades: fc.nat(6),
  week: fc.nat(9),
});

/** A year with rounds held in its first ten school weeks, and the same in another order. */
const yearInTwoOrders = fc
  .tuple(generatedYear, fc.array(heldRound, { maxLength: 4 }))
  .chain(([year, held]) => {
    const weeks = schoolWeeksOf(year.calendar);
    const opened = held.map(({ kind, fromGrade, grades, week }): PlannedRound => {
      const opensOn = weeks[week]?.schoolDays[0] ?? year.calendar.startsOn;
      const closesOn = addSchoolDays(year.calendar, opensOn, SCHOOL_DAYS_OPEN);
      return { kind, fromGrade, toGrade: Math.min(7, fromGrade + grades), opensOn, closesOn };
    });
    return fc.record({
      year: fc.constant(year),
      opened: fc.constant(opened),
      periodsAgain: shuffled(year.periods),
      openedAgain: shuffled(opened),
    });
  });

const planOf = (
  { calendar }: GeneratedYear,
  periods: readonly PlanPeriod[],
  opened: readonly PlannedRound[],
) => {
  const free = periods.filter((period) => period.kind === 'free');
  const from =
    opened
      .map((round) => round.opensOn)
      .toSorted()
      .at(-1) ?? calendar.startsOn;
  return planRounds({ ...calendar, free }, periods, { from: addDays(from, 1), opened });
};

describe('the same year in another order', () => {
  it('has the same plan, conflicts and load, whatever the order of periods and of rounds already held', () => {
    fc.assert(
      fc.property(yearInTwoOrders, ({ year, opened, periodsAgain, openedAgain }) => {
        const plan = planOf(year, year.periods, opened);
        expect(planOf(year, periodsAgain, openedAgain)).toEqual(plan);
        const terms = templateTerms(year.calendar);
        const load = loadOf(terms, year.periods, [...opened, ...plan.rounds], GRADES, allQuestionnaires);
        const loadAgain = loadOf(
          terms,
          periodsAgain,
          [...openedAgain, ...plan.rounds].toReversed(),
          GRADES,
          allQuestionnaires,
        );
        expect(loadAgain).toEqual(load);
      }),
      { numRuns: 150 },
    );
  });
});
