import type { SchoolSealer, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { addSchoolDays } from '../calendar/school-days.ts';
import { planRestOfYear } from '../calendar/plan-rounds.ts';
import { createSchool, insertStaffMember } from '../roster/people.ts';
import { dayOf } from '../calendar-days.ts';
import type { DemoSchool } from './generate/demo-school.ts';
import { figuresCame } from './generate/follow-up.ts';
import { generateDemoSchool } from './generate/generate-demo-school.ts';
import { calendarOf } from './generate/school-calendar.ts';
import { loadCases } from './load-cases.ts';
import { loadFollowUp } from './load-follow-up.ts';
import { loadIncidents } from './load-incidents.ts';
import { loadRecords } from './load-records.ts';
import { loadRound } from './load-round.ts';
import { loadClassSurvey, loadSurvey } from './load-survey.ts';
import { loadPupils, loadYear, morning } from './load-year.ts';
import { demoIssuer, ownerSubject } from './kommune/subjects.ts';
import { demoQuestionnaires } from './questionnaires.ts';

export const DEMO_SEED = 20261123;

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
    const invented = ['headteacher', ownerSubject].map((subject) =>
      deps.keyring.lookupHash('subject', demoIssuer, subject),
    );
    const demo = await tx
      .selectFrom('sign_in_lookup')
      .select('school_id')
      .where('subject_hash', 'in', invented)
      .executeTakeFirst();
    return demo === undefined ? 'schools' : 'demo';
  });
