import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolDaysBetween, type SchoolCalendar } from '../calendar/school-days.ts';
import { daysToEvaluation } from '../cases/urgency.ts';
import { readCalendar } from '../calendar/service.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import { pupilLabels } from '../roster/names.ts';
import { schoolYearOn } from '../roster/service.ts';
import { openTasksDueBefore } from '../tasks/service.ts';
import { openTasks } from '../tasks/stored-task.ts';
import { byUrgency, type Candidate } from './agenda.ts';
import * as rows from './candidate-rows.ts';
import { caseCandidate, reportCandidate, signalCandidate, taskCandidate } from './candidate-words.ts';
import { visibleItems } from './visible-items.ts';

/** The calendar of the year a day lies in; one without holidays when there is none. */
export const calendarOn = async (tx: Tx, schoolId: string, day: string): Promise<SchoolCalendar> => {
  const yearId = await schoolYearOn(tx, schoolId, day);
  return yearId === undefined ? { startsOn: day, endsOn: day, free: [] } : readCalendar(tx, schoolId, yearId);
};

/** Who a pupil is called in the meeting, also where the point was made under another name. */
export const callingOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilIds: readonly string[],
) => {
  const labels = new Map(
    (await pupilLabels(tx, sealer, schoolId, [...new Set(pupilIds)])).map(({ pupilId, label }) => [
      pupilId,
      label,
    ]),
  );
  return (pupilId: string): string => labels.get(pupilId) ?? '–';
};

/** All a meeting could talk about that the actor may see, most urgent first. */
export const agendaCandidates = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  now: Date,
): Promise<readonly Candidate[]> => {
  const { schoolId } = actor;
  const today = dayOf(now);
  const calendar = await wholeCalendar(tx, schoolId);
  const waited = (since: string): number => schoolDaysBetween(calendar, since, today);
  const { cases, pupils } = await rows.runningCases(tx, schoolId);
  const signals = await rows.waitingSignals(tx, schoolId);
  const late = await openTasksDueBefore(tx, schoolId, today);
  const tasks = await openTasks(tx, sealer, schoolId, late, today);
  const all = [
    ...cases.map((row) =>
      caseCandidate(
        row,
        pupils.filter((one) => one.case_id === row.case_id).map((one) => one.pupil_id),
        { waited, evaluationIsLate: (day: string) => daysToEvaluation(calendar, day, today) < 0 },
      ),
    ),
    ...signals.map((row) => signalCandidate(row, waited(dayOf(row.created_at)))),
    ...(await rows.newReports(tx, schoolId)).map(reportCandidate),
    ...tasks.map(taskCandidate),
  ];
  const items = all.map((candidate) => ({ ...candidate, content: { classId: candidate.classId } }));
  return byUrgency(await visibleItems(tx, actor, items, now));
};
