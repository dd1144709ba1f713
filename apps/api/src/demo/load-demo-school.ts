import type { SchoolSealer, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { addDays, mondayOfWeek, yearOf } from '../calendar/days.ts';
import { templatePeriods, type TemplatePeriod } from '../calendar/year-template.ts';
import { addSchoolDays } from '../calendar/school-days.ts';
import { planRestOfYear } from '../calendar/plan-rounds.ts';
import { createSchoolYear } from '../calendar/service.ts';
import { recordGrounds } from '../grounds/service.ts';
import { createSchool, insertPupil, insertStaffMember } from '../roster/people.ts';
import { dayOf } from '../calendar-days.ts';
import { addMissing, offeredEntries } from '../year-wheel/change-entries.ts';
import type { DemoSchool, DemoYear } from './generate/demo-school.ts';
import { figuresCame } from './generate/follow-up.ts';
import { generateDemoSchool } from './generate/generate-demo-school.ts';
import { calendarOf } from './generate/school-calendar.ts';
import { loadCases } from './load-cases.ts';
import { loadFollowUp } from './load-follow-up.ts';
import { loadIncidents } from './load-incidents.ts';
import { loadRecords } from './load-records.ts';
import { loadRound } from './load-round.ts';
import { loadClassSurvey, loadSurvey } from './load-survey.ts';
import { demoQuestionnaires } from './questionnaires.ts';

export const DEMO_SEED = 20261123;

/** Stands for the local provider whatever port it listens on, so that a demo school outlives a change of PORT. */
export const demoIssuer = 'samhold-demo';

const morning = (day: string): Date => new Date(`${day}T07:30:00Z`);

export type LoadedYear = {
  readonly yearId: string;
  readonly classIds: ReadonlyMap<string, string>;
};

const loadPupils = async (tx: Tx, sealer: SchoolSealer, schoolId: string, years: readonly DemoYear[]) => {
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

const loadYear = async (
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

/** Returns the contact teacher of each class, and everybody by key. */
const loadStaff = async (
  tx: Tx,
  sealer: SchoolSealer,
  deps: Dependencies,
  schoolId: string,
  school: DemoSchool,
  classIds: ReadonlyMap<string, string>,
): Promise<{
  readonly teachers: ReadonlyMap<string, string>;
  readonly staffIds: ReadonlyMap<string, string>;
}> => {
  const teachers = new Map<string, string>();
  const staffIds = new Map<string, string>();
  for (const member of school.staff) {
    const staffId = await insertStaffMember(tx, sealer, deps.keyring, schoolId, {
      givenName: member.givenName,
      familyName: member.familyName,
      trainedOn: school.thisYear.startsOn,
      identity: { issuer: demoIssuer, subject: member.key },
      relations: member.relations.map((relation) => {
        const classId = relation.className === undefined ? undefined : classIds.get(relation.className);
        const fromAt = new Date(`${relation.startsOn}T00:00:00Z`);
        const toAt = new Date(`${relation.endsOn}T22:00:00Z`);
        return { kind: relation.kind, fromAt, toAt, ...(classId === undefined ? {} : { classId }) };
      }),
    });
    staffIds.set(member.key, staffId);
    for (const { kind, className } of member.relations)
      if (kind === 'contact_teacher' && className !== undefined) teachers.set(className, staffId);
  }
  return { teachers, staffIds };
};

/** Fills an empty database with the invented school: people, this year's rounds, and last year's as retention leaves them. */
export const loadDemoSchool = async (deps: Dependencies, log: (line: string) => void): Promise<string> => {
  const today = dayOf(deps.now());
  const school = generateDemoSchool({
    seed: DEMO_SEED,
    today,
    questionnaires: demoQuestionnaires(),
  });
  const schoolId = await createSchool(deps.db, deps.keyring, { ...school.school, demo: true });
  await deps.db.inScope({ schoolId }, async (tx, sealer) => {
    log('  elever, klasser og ansatte');
    const pupilIds = await loadPupils(tx, await sealer(), schoolId, [school.lastYear, school.thisYear]);
    for (const year of [school.lastYear, school.thisYear]) {
      const loaded = await loadYear(tx, schoolId, year, pupilIds);
      const current = year === school.thisYear;
      const staff = current
        ? await loadStaff(tx, await sealer(), deps, schoolId, school, loaded.classIds)
        : undefined;
      for (const round of year.rounds.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))) {
        log(`  ${round.name}`);
        await loadRound(tx, deps, await sealer(), schoolId, {
          round,
          year: loaded,
          classes: year.classes,
          pupilIds,
          keepAnswers: current,
          morning,
        });
      }
      if (current) await planRestOfYear(tx, schoolId, loaded.yearId, today);
      if (staff !== undefined) {
        const headTeacher = staff.staffIds.get('headteacher') ?? '';
        await loadSurvey(tx, schoolId, headTeacher, school, morning(year.startsOn));
        const now = morning(addSchoolDays(calendarOf(year), today, -figuresCame));
        const before = morning(year.startsOn);
        await loadClassSurvey(tx, schoolId, headTeacher, school, { before, now });
        const { classIds } = loaded;
        const followUp = { year, classIds, teachers: staff.teachers, headTeacher, today };
        await loadFollowUp(tx, await sealer(), schoolId, followUp);
        await loadCases(tx, await sealer(), schoolId, { school, classIds, pupilIds, today, ...staff });
        await loadIncidents(tx, await sealer(), schoolId, {
          ...{ year, today, pupilIds, classIds },
          staffIds: staff.staffIds,
        });
      }
      for (const [className, staffId] of staff?.teachers ?? []) {
        const schoolClass = year.classes.find(({ name }) => name === className);
        const classId = loaded.classIds.get(className);
        if (schoolClass !== undefined && classId !== undefined)
          await loadRecords(tx, await sealer(), schoolId, {
            year,
            schoolClass,
            classId,
            staffId,
            pupilIds,
            today,
          });
      }
    }
  });
  return schoolId;
};

/** What an installation holds: nothing yet, the demo school, or real ones. */
export const installationHolds = (deps: Dependencies): Promise<'nothing' | 'demo' | 'schools'> =>
  deps.db.beforeScope(async (tx) => {
    const owner = await tx.selectFrom('school_owner').select('owner_id').limit(1).executeTakeFirst();
    if (owner === undefined) return 'nothing';
    const headteacher = deps.keyring.lookupHash('subject', demoIssuer, 'headteacher');
    const demo = await tx
      .selectFrom('sign_in_lookup')
      .select('school_id')
      .where('subject_hash', '=', headteacher)
      .executeTakeFirst();
    return demo === undefined ? 'schools' : 'demo';
  });
