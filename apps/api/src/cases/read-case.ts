import { caseEntryKinds, type CaseEntryContent, type CaseEntryKind, type CaseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import type { Dependencies } from '../dependencies.ts';
import { wholeNames } from '../roster/names.ts';
import { caseFor, heldCase, readFacts, type FoundCase } from './case-for.ts';
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

/** Through whose eyes a case is described. */
type Reader = {
  readonly staffId: string | null;
  readonly opens: (people: CasePeople) => boolean;
  readonly carries: (people: CasePeople) => boolean;
  readonly steps: (people: CasePeople, facts: CaseFacts) => CaseView['steps'];
};

/** Of what is handed over whole nothing is anybody's own, and nobody takes a next step. */
const everything: Reader = { staffId: null, opens: () => true, carries: () => false, steps: () => [] };

/** A case with everything that is known and done in it, within a use case that needs the whole of it. Each reading is entered in the log. */
export const readCaseIn = async (
  tx: Tx,
  school: SchoolSealer,
  actor: StaffActor,
  caseId: string,
  now: Date,
): Promise<CaseView> => {
  const found = await caseFor(tx, actor, caseId, now);
  await logOpening(tx, actor, now, {
    ...{ action: 'case.read', subjectKind: 'case', subjectId: caseId },
    purpose: 'follow up the case',
  });
  return describeCase(tx, school, actor.schoolId, found, now, {
    staffId: actor.staffId,
    opens: (people) => mayOpenCase(actor, people),
    carries: (people) => mayCarryCase(actor, people),
    steps: (people, facts) => stepsFor(actor, people, facts),
  });
};

/** A case as it is handed over when its school closes: all of it, whoever may read it. Undefined when there is none. */
export const readCaseWhole = async (
  tx: Tx,
  school: SchoolSealer,
  schoolId: string,
  caseId: string,
  now: Date,
): Promise<CaseView | undefined> => {
  const found = await heldCase(tx, schoolId, caseId, now);
  return found && describeCase(tx, school, schoolId, found, now, everything);
};

const describeCase = async (
  tx: Tx,
  school: SchoolSealer,
  schoolId: string,
  found: FoundCase,
  now: Date,
  reader: Reader,
): Promise<CaseView> => {
  const { row, people } = found;
  const { case_id: caseId } = row;
  const today = dayOf(now);
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
  const names = await wholeNames(tx, school, schoolId, named);
  const nameOf = (id: string): string => names.get(id) ?? '–';
  const allStaff = await queries.staffOfCases(tx, schoolId);
  const leadership = await queries.leadershipTimes(tx, schoolId);
  const shown = others
    .filter((one) => {
      const staff = allStaff.filter(({ case_id }) => case_id === one.case_id || case_id === one.merged_into);
      return reader.opens(peopleOf(one, staff, leadership, now));
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
    carries: reader.carries(people),
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
    steps: reader.steps(people, facts),
    entries: entries.map(({ row: entry, said }) => ({
      ...{ number: entry.number, entryId: entry.entry_id, pupilId: entry.pupil_id },
      kind: entry.kind as CaseEntryKind,
      ...{ occurredOn: entry.occurred_on, recordedAt: entry.recorded_at.toISOString() },
      ...{ by: nameOf(entry.recorded_by), own: entry.recorded_by === reader.staffId },
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
