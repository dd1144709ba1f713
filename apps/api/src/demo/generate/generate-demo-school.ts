import { addSchoolDays, type SchoolCalendar } from '../../calendar/school-days.ts';
import { appointStaff } from './appoint-staff.ts';
import { classesOf, makeCohorts } from './cohorts.ts';
import type {
  DemoClass,
  DemoQuestionnaires,
  DemoRound,
  DemoSchool,
  DemoStaffMember,
  DemoYear,
} from './demo-school.ts';
import { planRounds, type PlannedRound } from './plan-rounds.ts';
import { runSittings } from './run-sittings.ts';
import { calendarOf, schoolYears, type CalendarYear } from './school-calendar.ts';
import { movedInAfterStep } from './storyline.ts';
import { tellStory } from './tell-story.ts';

/** Nine digits of which the last is not the check digit (modulus 11 gives 5), so no organisation can have it. */
const organisationNumber = '123456789';

function movingInDay(planned: readonly PlannedRound[], year: CalendarYear): string {
  const before = planned.find(({ step }) => step === movedInAfterStep);
  return before === undefined ? year.startsOn : addSchoolDays(calendarOf(year), before.closesOn, 1);
}

/** The classes of this year alone, the same as in the whole school, without generating what anyone answered. */
export function generateDemoClasses(seed: number, today: string): readonly DemoClass[] {
  const { thisYear } = schoolYears(today);
  return classesOf(makeCohorts(seed, new Set()), 'this', thisYear, thisYear.startsOn);
}

/** The staff of this year alone, the same people as in the whole school, without generating what anyone answered. */
export function generateDemoStaff(seed: number, today: string): readonly DemoStaffMember[] {
  const { thisYear } = schoolYears(today);
  const takenNames = new Set<string>();
  const cohorts = makeCohorts(seed, takenNames);
  const classes = classesOf(cohorts, 'this', thisYear, thisYear.startsOn);
  return appointStaff(seed, classes, thisYear, today, takenNames);
}

/**
 * The fictitious school «Furulia skole (oppdiktet)»: two years of classes, rounds and responses, this year's staff, and
 * what was planted in it. Choices come from a latent model of each class (shared interests, reciprocity, shared
 * friends, spread of popularity, slow change), answers from a latent wellbeing per pupil and class.
 *
 * The same input gives the same school. `seed` decides people and answers, `today` (yyyy-mm-dd) only dates and names
 * of rounds. Throws a RangeError when `today` is no date, and an Error when a choice item has no option.
 */
export function generateDemoSchool(input: {
  readonly seed: number;
  readonly today: string;
  readonly questionnaires: DemoQuestionnaires;
}): DemoSchool {
  const { seed, today, questionnaires } = input;
  const years = schoolYears(today);
  const cohorts = makeCohorts(seed, new Set());
  const planned = planRounds(today, years.lastYear, years.thisYear);
  const movedInOn = movingInDay(planned, years.thisYear);
  const calendar: SchoolCalendar = {
    startsOn: years.lastYear.startsOn,
    endsOn: years.thisYear.endsOn,
    free: [...years.lastYear.breaks, ...years.thisYear.breaks],
  };
  const sittingsByCohort = cohorts.map((cohort) =>
    runSittings(cohort, planned, { seed, questionnaires, movedInOn, calendar }),
  );

  const makeYear = (year: CalendarYear, which: 'last' | 'this'): DemoYear => ({
    ...year,
    classes: classesOf(cohorts, which, year, movedInOn),
    rounds: planned
      .filter((round) => round.year === which)
      .map(({ key, kind, name, opensOn, closesOn }): DemoRound => ({
        key,
        kind,
        name,
        opensOn,
        closesOn,
        sittings: sittingsByCohort.flatMap((sittings) => sittings.get(key) ?? []),
      })),
  });
  return {
    school: {
      name: 'Furulia skole (oppdiktet)',
      organisationNumber,
      ownerName: 'Eksempel kommune (oppdiktet)',
    },
    thisYear: makeYear(years.thisYear, 'this'),
    lastYear: makeYear(years.lastYear, 'last'),
    staff: generateDemoStaff(seed, today),
    story: tellStory(cohorts),
  };
}
