import type { AccessEntry } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Opening } from '../access/log.ts';
import { mayOpenCase } from '../cases/policy.ts';
import { peopleOfCases, peopleOfReports } from '../meetings/point-facts.ts';
import { maySeeReport } from '../meetings/policy.ts';
import * as queries from './queries.ts';

/** Entries of one subject, while the pupil was among those it is about. */
export type Subject = {
  readonly kind: Opening['subjectKind'];
  readonly id: string;
  readonly as: AccessEntry['subject'];
  readonly from?: Date;
  readonly to?: Date;
};

export type AboutPupil = {
  readonly subjects: readonly Subject[];
  /** The pupil is in no case and no report that is hidden from who asks. */
  readonly seesAll: boolean;
};

/** What this actor may know a case or report of to be there, of these. */
export const visibleOf = async (
  tx: Tx,
  actor: StaffActor,
  ids: { readonly cases: readonly string[]; readonly reports: readonly string[] },
  now: Date,
): Promise<{ readonly cases: ReadonlySet<string>; readonly reports: ReadonlySet<string> }> => {
  const { schoolId } = actor;
  const cases = await peopleOfCases(tx, schoolId, ids.cases, now);
  const reports = await peopleOfReports(tx, schoolId, ids.reports, now);
  return {
    cases: new Set([...cases].flatMap(([id, people]) => (mayOpenCase(actor, people) ? [id] : []))),
    reports: new Set([...reports].flatMap(([id, people]) => (maySeeReport(actor, people) ? [id] : []))),
  };
};

/** Whatever the log may name that this pupil is, or was, part of. A case or report nobody tells the actor of is left out, with all that hangs on it. */
export const subjectsAbout = async (
  tx: Tx,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<AboutPupil> => {
  const { schoolId } = actor;
  const signals = await queries.signalsOf(tx, schoolId, pupilId);
  const caseIds = await queries.casesOf(tx, schoolId, pupilId);
  const reportIds = await queries.reportsOf(tx, schoolId, pupilId);
  const visible = await visibleOf(tx, actor, { cases: caseIds, reports: reportIds }, now);
  const cases = caseIds.filter((id) => visible.cases.has(id));
  const reports = reportIds.filter((id) => visible.reports.has(id));
  const inCases = await queries.investigationsOf(tx, schoolId, pupilId, cases);
  const meetings = await queries.meetingsOn(tx, schoolId, { cases, reports, signals });
  const subjects = (kind: Subject['kind'], ids: readonly string[], as: Subject['as']): readonly Subject[] =>
    ids.map((id) => ({ kind, id, as }));
  return {
    seesAll: cases.length === caseIds.length && reports.length === reportIds.length,
    subjects: [
      ...subjects('pupil', [pupilId], 'pupil'),
      ...subjects('signal', signals, 'pupil'),
      ...subjects('sitting', await queries.sittingsOf(tx, schoolId, pupilId), 'class'),
      ...(await queries.classesOf(tx, schoolId, pupilId)),
      ...subjects('case', cases, 'case'),
      ...subjects('incident', reports, 'case'),
      ...subjects('investigation', inCases, 'case'),
      ...subjects('meeting', meetings, 'meeting'),
    ],
  };
};
