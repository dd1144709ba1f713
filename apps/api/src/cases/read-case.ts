import { caseEntryKinds, type CaseEntryContent, type CaseEntryKind, type CaseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import type { Dependencies } from '../dependencies.ts';
import { namesInCase } from './case-names.ts';
import { caseFor, readFacts } from './case-for.ts';
import { openEntries } from './chain.ts';
import { stepOf, type CaseFacts } from './duties.ts';
import { dutyLine } from './duty-line.ts';
import { peopleOf } from './facts.ts';
import { runningMeasures } from './measure-queries.ts';
import { mayCarryCase, mayOpenCase, mayRecord, type CasePeople } from './policy.ts';
import * as queries from './queries.ts';
import { standingOf } from './standing.ts';

/** Recorded by what somebody does elsewhere. */
const madeByOthers = (kind: CaseEntryKind): boolean =>
  kind === 'opened' || kind === 'taken_in' || kind.startsWith('round_');

const stepsFor = (actor: StaffActor, people: CasePeople, facts: CaseFacts): CaseView['steps'] =>
  caseEntryKinds
    .filter((kind) => !madeByOthers(kind) && mayRecord(actor, people, kind))
    .map((kind) => {
      const step = stepOf(facts, kind);
      const missing = !step.allowed && step.reason === 'missing' ? [...step.missing] : [];
      return { kind, allowed: step.allowed, missing };
    });

/** Everybody an entry names by id. */
const namedIn = (said: CaseEntryContent | null): readonly string[] => {
  if (said === null) return [];
  if (said.kind === 'plan') return said.measures.map(({ responsibleId }) => responsibleId);
  return said.kind === 'staff_added' || said.kind === 'staff_removed' ? [said.staffId] : [];
};

/** A case with everything that is known and done in it, within a use case that needs the whole of it. Each reading is entered in the log. */
export const readCaseIn = async (
  tx: Tx,
  school: SchoolSealer,
  actor: StaffActor,
  caseId: string,
  now: Date,
): Promise<CaseView> => {
  const { schoolId, staffId } = actor;
  const today = dayOf(now);
  const found = await caseFor(tx, actor, caseId, now);
  const { row, people } = found;
  await logOpening(tx, actor, now, {
    ...{ action: 'case.read', subjectKind: 'case', subjectId: caseId },
    purpose: 'follow up the case',
  });
  const { facts, others } = await readFacts(tx, schoolId, found);
  const logged = await queries.loggedEntries(tx, schoolId, caseId);
  const { entries, brokenAt } = openEntries(school, await queries.entriesOf(tx, schoolId, caseId), logged);
  const pupils = await queries.pupilsOfCases(tx, schoolId, [caseId]);
  const pupilIds = pupils.map((one) => one.pupil_id);
  const goesTo = await queries.classIdsOf(tx, schoolId, pupilIds, today);
  const classNames = await queries.classNames(tx, schoolId);
  const activeStaff = await queries.activeStaff(tx, schoolId);
  const measures = await runningMeasures(tx, schoolId, caseId);
  const named = [
    ...pupilIds,
    ...people.staff.map((one) => one.staffId),
    ...measures.map((one) => one.responsible_id),
    ...entries.flatMap(({ row: entry, said }) => [entry.recorded_by, ...namedIn(said)]),
    row.opened_by,
  ];
  const names = await namesInCase(tx, school, schoolId, named);
  const nameOf = (id: string): string => names.get(id) ?? '–';
  const allStaff = await queries.staffOfCases(tx, schoolId);
  const leadership = await queries.leadershipTimes(tx, schoolId);
  const shown = others
    .filter((one) => {
      const staff = allStaff.filter(({ case_id }) => case_id === one.case_id || case_id === one.merged_into);
      return mayOpenCase(actor, peopleOf(one, staff, leadership, now));
    })
    .map((one) => ({ caseId: one.case_id, reference: one.reference }));
  const other = (id: string | null) => shown.find((one) => one.caseId === id) ?? null;
  const lines = entries.map((one) => one.row);
  const around = {
    sealer: school,
    calendar: await wholeCalendar(tx, schoolId),
    classNames,
    activeStaff,
    today,
  };
  const left = measures.map((one) => one.responsible_id).filter((id) => !activeStaff.has(id));
  return {
    ...standingOf(row, people, lines, around),
    classId: row.class_id,
    openedAt: row.opened_at.toISOString(),
    openedBy: nameOf(row.opened_by),
    revision: row.revision,
    carries: mayCarryCase(actor, people),
    pupils: pupils.map((one) => ({
      pupilId: one.pupil_id,
      label: nameOf(one.pupil_id),
      className: classNames.get(goesTo.get(one.pupil_id) ?? '') ?? null,
      // The column's check constraint allows exactly these.
      part: one.part as 'concerned' | 'involved',
      removed: one.removed_at !== null,
      moved: !goesTo.has(one.pupil_id),
    })),
    staff: people.staff.map((one) => ({
      ...one,
      name: nameOf(one.staffId),
      active: activeStaff.has(one.staffId),
    })),
    // In an order of their own, not that in which the database found them.
    names: Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1))),
    left: [...new Set(left)].map((id) => ({ staffId: id, name: nameOf(id) })),
    mergedInto: other(row.merged_into),
    splitFrom: other(row.split_from),
    others: shown.filter(({ caseId: id }) => id !== row.merged_into && id !== row.split_from),
    duties: dutyLine(facts),
    steps: stepsFor(actor, people, facts),
    entries: entries.map(({ row: entry, said }) => ({
      ...{ number: entry.number, entryId: entry.entry_id, pupilId: entry.pupil_id },
      kind: entry.kind as CaseEntryKind,
      ...{ occurredOn: entry.occurred_on, recordedAt: entry.recorded_at.toISOString() },
      ...{ by: nameOf(entry.recorded_by), own: entry.recorded_by === staffId },
      ...{ corrects: entry.corrects, content: said },
    })),
    brokenAt,
  };
};

export const readCase = (deps: Dependencies, actor: StaffActor, caseId: string): Promise<CaseView> =>
  deps.db.inScope(actor, async (tx, sealer) => readCaseIn(tx, await sealer(), actor, caseId, deps.now()));

/** The hash of each entry of a case, in order, as it binds the entry to the one before. */
export const caseChain = async (
  tx: Tx,
  schoolId: string,
  caseId: string,
): Promise<readonly { readonly number: number; readonly sha256: string }[]> =>
  (await queries.entriesOf(tx, schoolId, caseId)).map(({ number, hash }) => ({
    number,
    sha256: hash.toString('hex'),
  }));
