import type { SchoolSealer, Tx } from '@samhold/db';
import { addDays, mondayOfWeek, yearOf } from '../calendar/days.ts';
import { templatePeriods, type TemplatePeriod } from '../calendar/year-template.ts';
import { createSchoolYear } from '../calendar/service.ts';
import { recordGrounds } from '../grounds/service.ts';
import { insertPupil } from '../roster/people.ts';
import { addMissing, offeredEntries } from '../year-wheel/change-entries.ts';
import type { DemoYear } from './generate/demo-school.ts';

export const morning = (day: string): Date => new Date(`${day}T07:30:00Z`);

export type LoadedYear = {
  readonly yearId: string;
  readonly classIds: ReadonlyMap<string, string>;
};

/** Everybody who is a pupil in one of these years, by key. */
export const loadPupils = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  years: readonly DemoYear[],
) => {
  const pupilIds = new Map<string, string>();
  for (const pupil of years.flatMap((year) => year.classes.flatMap((schoolClass) => schoolClass.pupils))) {
    if (pupilIds.has(pupil.key)) continue;
    const name = { givenName: pupil.givenName, familyName: pupil.familyName, externalId: pupil.key };
    pupilIds.set(pupil.key, await insertPupil(tx, sealer, schoolId, name));
  }
  return pupilIds;
};

/** The calendar of the template, with Elevundersøkelsen in the one week the school holds it. */
const ownWeeks = (year: DemoYear): readonly TemplatePeriod[] =>
  templatePeriods(year).map((period) => {
    if (period.kind !== 'national_survey') return period;
    const monday = mondayOfWeek(yearOf(period.startsOn), 44);
    return { ...period, startsOn: monday, endsOn: addDays(monday, 4) };
  });

/** A school year with its calendar, its grounds and its classes. */
export const loadYear = async (
  tx: Tx,
  schoolId: string,
  year: DemoYear,
  pupilIds: ReadonlyMap<string, string>,
): Promise<LoadedYear> => {
  const yearId = await createSchoolYear(tx, schoolId, year, ownWeeks(year));
  await addMissing(tx, schoolId, yearId, await offeredEntries(tx));
  await recordGrounds(tx, schoolId, {
    schoolYearId: yearId,
    purpose: 'Å følge med på om elevene har et trygt og godt skolemiljø.',
    legalReference:
      'Opplæringslova §§ 12-3 og 12-4 og forskrift til opplæringslova § 20-5, jf. GDPR art. 6 nr. 1 c.',
    letterVersion: '1',
    letterApprovedOn: year.startsOn,
    letterSentOn: year.startsOn,
    dpiaVersion: '1',
    dpiaApprovedOn: year.startsOn,
    recordedAt: morning(year.startsOn),
  });
  const classIds = new Map<string, string>();
  for (const schoolClass of year.classes) {
    const classId = crypto.randomUUID();
    classIds.set(schoolClass.name, classId);
    await tx
      .insertInto('class')
      .values({ school_id: schoolId, class_id: classId, school_year_id: yearId, name: schoolClass.name })
      .execute();
    await tx
      .insertInto('class_membership')
      .values(
        schoolClass.pupils.map((pupil) => ({
          school_id: schoolId,
          class_id: classId,
          pupil_id: pupilIds.get(pupil.key) ?? '',
          grade: pupil.grade,
          from_on: pupil.enrolledOn,
        })),
      )
      .execute();
  }
  return { yearId, classIds };
};
