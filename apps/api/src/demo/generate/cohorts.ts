import type { DemoClass, DemoPupil, Grade } from './demo-school.ts';
import { nameClass } from './name-people.ts';
import { randomStream } from './random-stream.ts';
import { classesWithNamesakes, plantedPupils, type PupilRole } from './storyline.ts';

export type CohortMember = {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: PupilRole | null;
};

/** A class followed through both years. Those who left after 7th grade are `8A` and `8B` here and nowhere else. */
export type Cohort = {
  readonly className: string;
  readonly letter: string;
  readonly gradeThisYear: number;
  readonly members: readonly CohortMember[];
};

const sizes: readonly number[] = [24, 25, 25, 26, 26, 26, 27, 28];
const longNameClass = '2A';
const longName = 'Abdirahman Mohammed';

export function makeCohorts(seed: number, takenNames: Set<string>): Cohort[] {
  let number = 0;
  return [1, 2, 3, 4, 5, 6, 7, 8].flatMap((gradeThisYear) =>
    ['A', 'B'].map((letter): Cohort => {
      const className = `${gradeThisYear}${letter}`;
      const random = randomStream(seed, 'cohort', className);
      const size = random.pick(sizes);
      const names = nameClass(size, takenNames, random, {
        withNamesakes: classesWithNamesakes.includes(className),
        mustHave: className === longNameClass ? longName : null,
      });
      const planted = random.below(size);
      return {
        className,
        letter,
        gradeThisYear,
        members: names.map((name, index) => {
          number += 1;
          return {
            key: `furulia-${String(number).padStart(4, '0')}`,
            ...name,
            role: index === planted ? (plantedPupils[className] ?? null) : null,
          };
        }),
      };
    }),
  );
}

/** The cohort's grade in a year, or null when it is not at the school then. */
export function gradeIn(cohort: Cohort, year: 'last' | 'this'): Grade | null {
  const grade = year === 'this' ? cohort.gradeThisYear : cohort.gradeThisYear - 1;
  // Checked to be a whole number from 1 to 7 on the same line.
  return grade >= 1 && grade <= 7 ? (grade as Grade) : null;
}

/** Whether a member is on the class list on a day; only the pupil who moves in is ever missing. */
export const isEnrolled = (member: CohortMember, day: string, movedInOn: string): boolean =>
  member.role !== 'alone-since-moving-in' || day >= movedInOn;

export function classesOf(
  cohorts: readonly Cohort[],
  year: 'last' | 'this',
  dates: { readonly startsOn: string; readonly endsOn: string },
  movedInOn: string,
): DemoClass[] {
  return cohorts.flatMap((cohort) => {
    const grade = gradeIn(cohort, year);
    if (grade === null) return [];
    const pupils = cohort.members
      .filter((member) => isEnrolled(member, dates.endsOn, movedInOn))
      .map(({ key, givenName, familyName, role }): DemoPupil => ({
        key,
        givenName,
        familyName,
        grade,
        enrolledOn: role === 'alone-since-moving-in' ? movedInOn : dates.startsOn,
      }));
    return [{ name: `${grade}${cohort.letter}`, grade, pupils }];
  });
}
