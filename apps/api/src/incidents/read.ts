import type {
  Incident,
  IncidentList,
  IncidentRow,
  IncidentState,
  IncidentStepKind,
  IncidentTeller,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { mayOpenCase } from '../cases/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { openContent, openStep } from './content.ts';
import { pupilsKnownTo, withNames } from './find-pupils.ts';
import { peopleOf } from './people.ts';
import { mayReceive, type ReportPeople } from './policy.ts';
import * as queries from './queries.ts';

type Steps = Awaited<ReturnType<typeof queries.stepsOf>>;

const isOpen = (row: queries.ReportRow, steps: Steps): boolean =>
  row.state === 'new' || (row.physical && !steps.some(({ kind }) => kind === 'guardians_told'));

type Received = { readonly row: queries.ReportRow; readonly people: ReportPeople; readonly steps: Steps };

/** The reports that go to this person, with what has been done about each. */
export const receivedBy = async (
  tx: Tx,
  actor: StaffActor,
  rows: readonly queries.ReportRow[],
  now: Date,
): Promise<readonly Received[]> => {
  const people = await peopleOf(tx, actor.schoolId, rows, now);
  const own = rows
    .map((row) => ({ row, people: people.of(row.report_id) }))
    .filter((one) => mayReceive(actor, one.people));
  const ids = own.map(({ row }) => row.report_id);
  const steps = Map.groupBy(await queries.stepsOf(tx, actor.schoolId, ids), (step) => step.report_id);
  return own.map((one) => ({ ...one, steps: steps.get(one.row.report_id) ?? [] }));
};

const views = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  received: readonly Received[],
  today: string,
): Promise<readonly (Received & { readonly view: IncidentRow })[]> => {
  const { schoolId } = actor;
  const ids = received.map(({ row }) => row.report_id);
  const about = Map.groupBy(await queries.pupilsOf(tx, schoolId, ids), (row) => row.report_id);
  const wanted = new Set([...about.values()].flat().map((row) => row.pupil_id));
  const known = await pupilsKnownTo(tx, actor, today);
  const pupils = await withNames(
    tx,
    sealer,
    schoolId,
    known.filter(({ pupilId }) => wanted.has(pupilId)),
  );
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(received.map(({ row }) => row.filed_by))]);
  return received.map(({ row, people, steps }) => {
    const of = new Set((about.get(row.report_id) ?? []).map((one) => one.pupil_id));
    const { inCase } = people;
    return {
      ...{ row, people, steps },
      view: {
        reportId: row.report_id,
        filedAt: row.filed_at.toISOString(),
        filedBy: names.get(row.filed_by) ?? '–',
        // The columns' check constraints allow exactly these.
        toldBy: row.told_by as IncidentTeller,
        state: row.state as IncidentState,
        happenedOn: String(row.happened_on),
        place: openContent(sealer, row).place,
        pupils: pupils.filter(({ pupilId }) => of.has(pupilId)),
        physical: row.physical,
        guardiansTold: steps.some(({ kind }) => kind === 'guardians_told'),
        aboutStaff: row.about_staff,
        received: steps.some(({ kind }) => kind === 'seen'),
        caseId: inCase !== null && mayOpenCase(actor, inCase) ? row.case_id : null,
        open: isOpen(row, steps),
      },
    };
  });
};

/** Every report that goes to this person: those that are open first, then the newest. */
export const listIncidents = (deps: Dependencies, actor: StaffActor): Promise<IncidentList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const received = await receivedBy(tx, actor, await queries.reports(tx, schoolId), now);
    await logOpening(tx, actor, now, {
      action: 'incidents.read',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: 'follow up reports',
    });
    const reports = (await views(tx, await sealer(), actor, received, dayOf(now))).map(({ view }) => view);
    return { reports: reports.toSorted((a, b) => Number(b.open) - Number(a.open)) };
  });

/** A report that goes to this person, held until the transaction ends; else as if it were not there. */
export const receivedReport = async (
  tx: Tx,
  actor: StaffActor,
  reportId: string,
  now: Date,
): Promise<Received> => {
  const row = await queries.lockReport(tx, actor.schoolId, reportId);
  const [received] = row === undefined ? [] : await receivedBy(tx, actor, [row], now);
  if (received === undefined) throw new AppError('not_found');
  return received;
};

export const readIncident = (deps: Dependencies, actor: StaffActor, reportId: string): Promise<Incident> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const school = await sealer();
    const received = await receivedReport(tx, actor, reportId, now);
    const [one] = await views(tx, school, actor, [received], dayOf(now));
    if (one === undefined) throw new AppError('not_found');
    const { row, people, steps, view } = one;
    const names = await wholeNames(tx, school, schoolId, [
      ...new Set([...steps.map((step) => step.recorded_by), ...people.accused]),
    ]);
    await logOpening(tx, actor, now, {
      action: 'incident.read',
      subjectKind: 'incident',
      subjectId: reportId,
      purpose: 'follow up a report',
    });
    const { happenedAt, seen, done } = openContent(school, row);
    return {
      ...view,
      ...{ happenedAt, seen, done },
      aboutLeadership: people.leadershipAccused,
      accused: [...new Set(people.accused)].map((staffId) => ({ staffId, name: names.get(staffId) ?? '–' })),
      revision: row.revision,
      steps: steps.map((step) => ({
        number: step.number,
        // The column's check constraint allows exactly these kinds.
        kind: step.kind as IncidentStepKind,
        occurredOn: String(step.occurred_on),
        text: openStep(school, step),
        by: names.get(step.recorded_by) ?? '–',
        at: step.recorded_at.toISOString(),
      })),
    };
  });
