import type { IncidentPlace, IncidentStepKind, IncidentTeller } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { wholeNames } from '../roster/names.ts';
import { openContent, openStep } from './content.ts';
import * as queries from './queries.ts';
import { receivedBy } from './read.ts';

export type ReportOfCase = {
  readonly reportId: string;
  readonly happenedOn: string;
  readonly happenedAt: string | null;
  readonly place: IncidentPlace;
  readonly toldBy: IncidentTeller;
  readonly filedBy: string;
  readonly filedAt: string;
  readonly physical: boolean;
  readonly pupils: readonly string[];
  readonly accused: readonly string[];
  readonly seen: string;
  readonly done: string;
  readonly steps: readonly {
    readonly kind: IncidentStepKind;
    readonly occurredOn: string;
    readonly text: string;
    readonly by: string;
    readonly at: string;
  }[];
};

const whole = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly queries.ReportRow[],
): Promise<readonly ReportOfCase[]> => {
  const ids = rows.map((row) => row.report_id);
  const pupils = await queries.pupilsOf(tx, schoolId, ids);
  const accused = await queries.accusedOf(tx, schoolId, ids);
  const steps = await queries.stepsOf(tx, schoolId, ids);
  const names = await wholeNames(tx, sealer, schoolId, [
    ...rows.map((row) => row.filed_by),
    ...pupils.map((one) => one.pupil_id),
    ...accused.map((one) => one.staff_id),
    ...steps.map((step) => step.recorded_by),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? '–';
  return rows.map((row) => {
    const { happenedAt, place, seen, done } = openContent(sealer, row);
    const isOwn = (one: { readonly report_id: string }): boolean => one.report_id === row.report_id;
    return {
      ...{ reportId: row.report_id, happenedOn: String(row.happened_on), happenedAt, place, seen, done },
      // The columns' check constraints allow exactly these.
      toldBy: row.told_by as IncidentTeller,
      ...{ filedBy: nameOf(row.filed_by), filedAt: row.filed_at.toISOString(), physical: row.physical },
      pupils: pupils.filter(isOwn).map((one) => nameOf(one.pupil_id)),
      accused: accused.filter(isOwn).map((one) => nameOf(one.staff_id)),
      steps: steps.filter(isOwn).map((step) => ({
        kind: step.kind as IncidentStepKind,
        ...{ occurredOn: String(step.occurred_on), text: openStep(sealer, step) },
        ...{ by: nameOf(step.recorded_by), at: step.recorded_at.toISOString() },
      })),
    };
  });
};

/** The reports that are in a case, whole, oldest first: for an archive. The caller has asked who may. */
export const reportsOfCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  caseId: string,
): Promise<readonly ReportOfCase[]> =>
  whole(tx, sealer, schoolId, (await queries.reportsInCase(tx, schoolId, caseId)).toReversed());

/** The reports that no case took in, whole, oldest first: for an archive. The caller has asked who may. */
export const reportsOutsideCases = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
): Promise<readonly ReportOfCase[]> => {
  const rows = (await queries.reports(tx, schoolId)).filter((row) => row.case_id === null);
  return rows.length === 0 ? [] : whole(tx, sealer, schoolId, rows.toReversed());
};

const receivedAbout = async (tx: Tx, actor: StaffActor, pupilId: string, now: Date) => {
  const about = new Set(await queries.reportsOfPupil(tx, actor.schoolId, pupilId));
  const rows = (await queries.reports(tx, actor.schoolId)).filter((row) => about.has(row.report_id));
  return (await receivedBy(tx, actor, rows.toReversed(), now)).map(({ row }) => row);
};

export const reportIdsAbout = async (
  tx: Tx,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<readonly string[]> => (await receivedAbout(tx, actor, pupilId, now)).map((row) => row.report_id);

/** The reports about this pupil that go to the actor, whole, oldest first. */
export const reportsAboutPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<readonly ReportOfCase[]> =>
  whole(tx, sealer, actor.schoolId, await receivedAbout(tx, actor, pupilId, now));
