import type { RoundOverview, SchoolCalendarView } from '../../packages/contract/src/index.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { addDays } from '../../apps/api/src/calendar/days.ts';
import { bodyOf, openSitting } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { gradeToOpen, plannedRound } from '../../apps/api/src/testing/planned-days.ts';
import { schoolDayUpTo } from '../../apps/api/src/testing/school-day.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const planRound = async ({ house, seated }: HarmedSchool, opensOn: string): Promise<string> => {
  const wish = json('POST', { ...plannedRound(house), opensOn });
  const planned = await done(seated.browserOf('principal'), '/api/v1/rounds', wish);
  return (await bodyOf<RoundOverview>(planned)).roundId;
};

/** A round that the other class is done with, and whose sociogram nobody has opened. */
const heldRound = async (school: HarmedSchool): Promise<string> => {
  const { house, seated } = school;
  const roundId = await planRound(school, plannedRound(house).opensOn);
  const teacher = seated.browserOf('contact teacher of another class');
  const classId = seated.school.classIds.get('5B') ?? '';
  const { sittingId } = await openSitting(teacher, classId, { kind: 'sociogram', roundId });
  await done(teacher, `/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  return roundId;
};

/** The plan of the year with its planned rounds on another day. */
const movedPlan = async ({ seated }: HarmedSchool, opensOn: string): Promise<RequestInit> => {
  const { schoolYearId } = seated.ids;
  const path = `/api/v1/calendar?schoolYearId=${schoolYearId}`;
  const { year } = await bodyOf<SchoolCalendarView>(await done(seated.browserOf('principal'), path));
  const rounds = (year?.plan.rounds ?? [])
    .filter(({ state }) => state === 'planned')
    .map(({ roundId, kind, fromGrade, toGrade }) => ({ roundId, kind, fromGrade, toGrade, opensOn }));
  return json('PUT', { schoolYearId, version: year?.plan.version, rounds });
};

/** A round that is planned and can be moved to another school day, and one that is held. */
export const prepareRounds: Prepare = async (school) => {
  const { house, seated } = school;
  const principal = seated.browserOf('principal');
  const heldId = await heldRound(school);
  const inAWeek = addDays(schoolDayUpTo(dayOf(house.deps.now())), 7);
  const roundId = await planRound(school, inAWeek);
  // No weekend, and after the last day of the rounds that are open.
  const later = schoolDayUpTo(addDays(inAWeek, 4));
  return [
    useCase(
      'POST /api/v1/grade-sociograms',
      principal,
      '/api/v1/grade-sociograms',
      json('POST', gradeToOpen(house, heldId)),
    ),
    useCase(
      'POST /api/v1/rounds/:roundId/move',
      principal,
      `/api/v1/rounds/${roundId}/move`,
      json('POST', { opensOn: later }),
    ),
    useCase('POST /api/v1/rounds/:roundId/remove', principal, `/api/v1/rounds/${roundId}/remove`),
    useCase('PUT /api/v1/calendar/plan', principal, '/api/v1/calendar/plan', await movedPlan(school, later)),
  ];
};
