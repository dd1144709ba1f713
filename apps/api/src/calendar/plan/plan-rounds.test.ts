import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanConflict } from '@samhold/contract';
import { allQuestionnaires } from '@samhold/survey';
import { addDays, daysBetween, mondayOf, weekNumber } from '../days.ts';
import { addSchoolDays, isSchoolDay, schoolWeekNumber } from '../school-days.ts';
import { freePeriodsFrom, municipalSurvey, templateTerms, usualYear } from '../year-template.ts';
import { generatedYear } from './generated-years.fixture.ts';
import { loadOf, minutesOfRound } from './load.ts';
import { planRounds, type NamedRound } from './plan-rounds.ts';
import { ownSurveyWeeks } from './survey-weeks.fixture.ts';
import {
  distanceBounds,
  GRADES,
  isFor,
  overlaps,
  roundKinds,
  surveysOf,
  type PlanPeriod,
} from './planned-round.ts';

const year = usualYear(2026);
const free = freePeriodsFrom(2026);
const calendar = { ...year, free };
const wholeYear = { from: year.startsOn, opened: [] };
const weeksOf = (rounds: readonly NamedRound[], kind: string, grade: number) =>
  rounds
    .filter((round) => round.kind === kind && isFor(round, grade))
    .map(({ opensOn }) => weekNumber(opensOn));
const named = (conflicts: readonly PlanConflict[], code: PlanConflict['code'], grade: number) =>
  conflicts.filter((conflict) => conflict.code === code && isFor(conflict, grade));

describe('the plan of a year without other surveys', () => {
  const { rounds, conflicts } = planRounds(calendar, free, wholeYear);

  it('opens the rounds in the ideal weeks, for all grades together, and has nothing to complain of', () => {
    expect(weeksOf(rounds, 'wellbeing', 1)).toEqual([36, 42, 48, 3, 10, 17]);
    expect(weeksOf(rounds, 'sociogram', 7)).toEqual([38, 4, 18]);
    expect(rounds).toHaveLength(9);
    expect(conflicts).toEqual([]);
  });

  it('names them by number and week', () => {
    expect(rounds[2]).toMatchObject({
      name: 'Trivsel 2 (uke 42)',
      opensOn: '2026-10-12',
      closesOn: '2026-10-19',
    });
  });

  it('lets a round wait a day when the one before it is open until then', () => {
    // Wellbeing of week 3 is open until Monday of week 4.
    expect(rounds[5]).toMatchObject({ name: 'Sosiogram 2 (uke 4)', opensOn: '2027-01-26' });
  });
});

describe('the plan of a year with other surveys', () => {
  it('moves only the grades that have the survey, and merges neighbours', () => {
    const { rounds, conflicts } = planRounds(calendar, [...free, ownSurveyWeeks], wholeYear);
    expect(weeksOf(rounds, 'wellbeing', 4)).toEqual([36, 42, 48, 3, 10, 17]);
    expect(weeksOf(rounds, 'wellbeing', 5)).toEqual([36, 44, 48, 3, 10, 17]);
    expect(rounds.filter(({ fromGrade, toGrade }) => fromGrade > 1 || toGrade < 7)).toHaveLength(2);
    expect(rounds.map(({ name }) => name)).toContain('Trivsel 2, 5.–7. trinn (uke 44)');
    expect(conflicts).toEqual([]);
  });

  it('names what cannot hold when the survey takes two months', () => {
    const survey = { ...ownSurveyWeeks, startsOn: '2026-10-01', endsOn: '2026-11-30' };
    const { rounds, conflicts } = planRounds(calendar, [...free, survey, municipalSurvey(2026)], wholeYear);
    expect(rounds.some((round) => round.fromGrade >= 5 && overlaps(round, survey))).toBe(false);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(new Set(conflicts.map(({ code }) => code))).toEqual(new Set(['too_far']));
  });
});

describe('a school that begins in November', () => {
  it('plans only what is left of the year and numbers from the rounds that were held', () => {
    const opened = [
      { kind: 'wellbeing', fromGrade: 1, toGrade: 7, opensOn: '2026-10-26', closesOn: '2026-11-02' } as const,
    ];
    const { rounds } = planRounds(calendar, free, { from: '2026-11-24', opened });
    expect(rounds[0]).toMatchObject({ kind: 'wellbeing', name: 'Trivsel 2 (uke 48)', opensOn: '2026-11-24' });
    expect(rounds.map(({ kind }) => kind)).toEqual([
      'wellbeing',
      'wellbeing',
      'sociogram',
      'wellbeing',
      'wellbeing',
      'sociogram',
    ]);
  });

  it('keeps its distance from the round that is open', () => {
    const opened = [
      { kind: 'wellbeing', fromGrade: 1, toGrade: 7, opensOn: '2026-11-09', closesOn: '2026-11-16' } as const,
    ];
    const { rounds, conflicts } = planRounds(calendar, free, { from: '2026-11-10', opened });
    expect(rounds.every((round) => round.opensOn > '2026-11-16')).toBe(true);
    expect(named(conflicts, 'too_close', 1)).toEqual([]);
  });

  it('plans nothing when the year is over', () => {
    expect(planRounds(calendar, free, { from: '2027-06-19', opened: [] }).rounds).toEqual([]);
  });
});

describe('any plan', () => {
  const anyPlan = fc
    .tuple(generatedYear, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 250 })))
    .map(([generated, days]) => {
      const from = addDays(generated.calendar.startsOn, days);
      return {
        ...generated,
        from,
        plan: planRounds(generated.calendar, generated.periods, { from, opened: [] }),
      };
    });
  const check = (property: (given: typeof anyPlan extends fc.Arbitrary<infer P> ? P : never) => void) =>
    fc.assert(fc.property(anyPlan, property), { numRuns: 150 });

  it('opens and closes on school days inside the year, five school days apart, not before the day it was asked for', () => {
    check(({ calendar: days, from, plan }) => {
      for (const round of plan.rounds) {
        expect(isSchoolDay(days, round.opensOn) && isSchoolDay(days, round.closesOn)).toBe(true);
        expect(round.opensOn >= from && round.opensOn >= days.startsOn && round.closesOn <= days.endsOn).toBe(
          true,
        );
        expect(round.closesOn).toBe(addSchoolDays(days, round.opensOn, 5));
      }
    });
  });

  it('is never open over a week without school, unless it says so', () => {
    check(({ calendar: days, plan }) => {
      for (const round of plan.rounds) {
        const weeks = daysBetween(mondayOf(round.opensOn), mondayOf(round.closesOn)) / 7;
        const schoolWeeks = schoolWeekNumber(days, round.closesOn) - schoolWeekNumber(days, round.opensOn);
        if (weeks === schoolWeeks) continue;
        const said = plan.conflicts.filter(({ code }) => code === 'over_break');
        expect(said.map(({ opensOn }) => opensOn)).toContain(round.opensOn);
      }
    });
  });

  it('leaves the first two school weeks to the class', () => {
    check(({ calendar: days, plan }) => {
      for (const round of plan.rounds) expect(schoolWeekNumber(days, round.opensOn)).toBeGreaterThan(2);
    });
  });

  it('keeps the school weeks between rounds of a kind within bounds, or names the two rounds', () => {
    check(({ calendar: days, plan }) => {
      for (const grade of GRADES) {
        for (const kind of roundKinds) {
          const opening = plan.rounds.filter((r) => r.kind === kind && isFor(r, grade)).map((r) => r.opensOn);
          opening.slice(1).forEach((day, at) => {
            const distance = schoolWeekNumber(days, day) - schoolWeekNumber(days, opening[at] ?? '');
            const outside = distance < distanceBounds[kind].least || distance > distanceBounds[kind].most;
            const said = plan.conflicts.some(
              (conflict) =>
                (conflict.code === 'too_close' || conflict.code === 'too_far') &&
                conflict.kind === kind &&
                conflict.opensOn === day &&
                conflict.startsOn === opening[at] &&
                isFor(conflict, grade),
            );
            expect(said).toBe(outside);
          });
        }
      }
    });
  });

  it('keeps out of the surveys of the grade, or names the round and the survey', () => {
    check(({ periods, plan }) => {
      for (const grade of GRADES) {
        for (const round of plan.rounds.filter((one) => isFor(one, grade))) {
          for (const survey of surveysOf(periods, grade)) {
            const said = named(plan.conflicts, 'during_survey', grade).some(
              ({ opensOn, kind, name }) =>
                opensOn === round.opensOn && kind === round.kind && name === survey.name,
            );
            expect(said).toBe(overlaps(round, survey));
          }
        }
      }
    });
  });

  it('never has two rounds of a grade in one week or open on one day', () => {
    check(({ plan }) => {
      for (const grade of GRADES) {
        const own = plan.rounds.filter((round) => isFor(round, grade));
        expect(new Set(own.map(({ opensOn }) => mondayOf(opensOn))).size).toBe(own.length);
        own.slice(1).forEach((round, at) => expect(round.opensOn > (own[at]?.closesOn ?? '')).toBe(true));
      }
      expect(plan.conflicts.filter(({ code }) => code === 'together')).toEqual([]);
    });
  });

  it('gives every grade as many rounds as the others, or names the grades that have fewer', () => {
    check(({ plan }) => {
      for (const kind of roundKinds) {
        const counts = GRADES.map((grade) => weeksOf(plan.rounds, kind, grade).length);
        GRADES.forEach((grade, at) => {
          const said = named(plan.conflicts, 'fewer_rounds', grade).some(
            (conflict) => conflict.kind === kind,
          );
          expect(said).toBe((counts[at] ?? 0) < Math.max(...counts));
        });
      }
    });
  });

  it('weighs on each grade what its rounds and surveys add up to', () => {
    check(({ calendar: days, periods, plan }) => {
      for (const load of loadOf(templateTerms(days), periods, plan.rounds, GRADES, allQuestionnaires)) {
        const rounds = plan.rounds.filter((round) => isFor(round, load.grade));
        const own = rounds.reduce(
          (sum, { kind }) => sum + minutesOfRound(kind, load.grade, allQuestionnaires),
          0,
        );
        const others = surveysOf(periods, load.grade).reduce(
          (sum, { kind }) => sum + (kind === 'national_survey' ? 40 : 20),
          0,
        );
        expect(load.minutes).toBe(own + others);
        expect(load.terms.reduce((sum, term) => sum + term.minutes, 0)).toBe(load.minutes);
      }
    });
  });
});

describe('the load meter', () => {
  it('takes about eight minutes for a wellbeing round of the upper grades and six for a sociogram', () => {
    expect([
      minutesOfRound('wellbeing', 6, allQuestionnaires),
      minutesOfRound('wellbeing', 2, allQuestionnaires),
      minutesOfRound('sociogram', 6, allQuestionnaires),
    ]).toEqual([8, 6, 6]);
  });

  it('counts a round in the term it opens in, and a survey of others in the one it begins in', () => {
    const survey = { name: 'Elevundersøkelsen', startsOn: '2026-12-01', endsOn: '2027-01-15' };
    const periods: PlanPeriod[] = [{ kind: 'national_survey', fromGrade: 5, toGrade: 7, ...survey }];
    const rounds = [
      { kind: 'wellbeing', fromGrade: 1, toGrade: 7, opensOn: '2026-12-16', closesOn: '2027-01-08' },
      { kind: 'sociogram', fromGrade: 5, toGrade: 7, opensOn: '2027-01-25', closesOn: '2027-02-01' },
    ] as const;
    const load = loadOf(templateTerms(year), periods, rounds, GRADES, allQuestionnaires);
    expect(load[1]?.terms.map(({ minutes }) => minutes)).toEqual([6, 0]);
    expect(load[5]?.terms.map(({ minutes }) => minutes)).toEqual([48, 6]);
  });
});
