import type { PlanDraftRound, Problem, RoundPlan, SchoolCalendarView } from '@samhold/contract';
import { bodyOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import type { TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { createSchoolYear } from './service.ts';

export const year = { label: '2027/2028', startsOn: '2027-08-23', endsOn: '2028-06-23' };

export type Own = {
  readonly school: TestSchool;
  readonly subject: string;
  leads: Browser;
  readonly yearId: string;
};
let schools = 0;

/** A school with the template year 2027/2028, on a morning in August before it begins. */
export const ownSchool = async (house: TestHouse, now = '2027-08-20T09:00:00Z'): Promise<Own> => {
  schools += 1;
  house.setNow(undefined);
  const school = await makeSchool(house, `Kalender ${schools}`, rosterHeader + rosterOf('5A', 5, 2));
  const yearId = await house.deps.db.inScope(school, (tx) => createSchoolYear(tx, school.schoolId, year));
  house.setNow(new Date(now));
  const subject = `leads ${schools}`;
  await addStaff(house, school, subject, [{ kind: 'leadership' }]);
  return { school, subject, leads: await house.staffBrowser(subject), yearId };
};

export const readYear = async ({ leads, yearId }: Own) => {
  const view = await bodyOf<SchoolCalendarView>(await leads(`/api/v1/calendar?schoolYearId=${yearId}`));
  if (view.year === null) throw new Error('The school has no year.');
  return view.year;
};

export const propose = async ({ leads, yearId }: Own): Promise<RoundPlan> =>
  bodyOf<RoundPlan>(await leads(`/api/v1/calendar/proposal?schoolYearId=${yearId}`));

export const draftOf = (plan: RoundPlan): PlanDraftRound[] =>
  plan.rounds
    .filter(({ state }) => state === 'planned')
    .map(({ roundId, kind, fromGrade, toGrade, opensOn }) => ({
      roundId,
      kind,
      fromGrade,
      toGrade,
      opensOn,
    }));

export const save = ({ leads, yearId }: Own, version: string, rounds: readonly PlanDraftRound[]) =>
  leads('/api/v1/calendar/plan', json('PUT', { schoolYearId: yearId, version, rounds }));

/** Without Elevundersøkelsen, so that all grades have the same days. */
const withoutSurvey = async (own: Own): Promise<void> => {
  const survey = (await readYear(own)).periods.find(({ kind }) => kind === 'national_survey');
  await own.leads(`/api/v1/calendar/periods/${survey?.periodId}`, { method: 'DELETE' });
};

export const savedPlan = async (own: Own): Promise<RoundPlan> => {
  await withoutSurvey(own);
  const proposal = await propose(own);
  return bodyOf<RoundPlan>(await save(own, proposal.version, draftOf(proposal)));
};

export const addPeriod = ({ leads, yearId }: Own, period: object) =>
  leads('/api/v1/calendar/periods', json('POST', { schoolYearId: yearId, period }));

export const codeAndDetails = async (answer: Response) => {
  const { code, details } = await bodyOf<Problem>(answer);
  return [answer.status, code, details];
};
