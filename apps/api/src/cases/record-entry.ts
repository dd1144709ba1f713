import type { CaseEntryKind, RecordCaseEntry, RecordedCaseEntry } from '@samhold/contract';
import canonicalize from 'canonicalize';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { appendEntry, type Writer } from './append-entry.ts';
import { caseFor, readFacts, type FoundCase } from './case-for.ts';
import { openEntries } from './chain.ts';
import { stepOf, type CaseFacts } from './duties.ts';
import { effectOf } from './effects.ts';
import { refusalOf, type Situation } from './entry-checks.ts';
import { runningMeasures } from './measure-queries.ts';
import { mayRecord } from './policy.ts';
import * as queries from './queries.ts';
import { updateCase } from './writes.ts';

/** These add words and change nothing, so that it does not matter what others have recorded meanwhile. */
const addsWords: ReadonlySet<CaseEntryKind> = new Set(['view', 'note', 'correction']);

const situationOf = async ({ tx, actor, now }: Writer, { row, people }: FoundCase): Promise<Situation> => {
  const { schoolId } = actor;
  const pupils = (await queries.pupilsOfCases(tx, schoolId, [row.case_id])).filter(
    (one) => one.removed_at === null,
  );
  const entries = await queries.entryLines(tx, schoolId, [row.case_id]);
  const staffIn = (accused: boolean) =>
    people.staff.flatMap(({ staffId, part }) => ((part === 'accused') === accused ? [staffId] : []));
  return {
    today: dayOf(now),
    concerned: pupils.filter(({ part }) => part === 'concerned').map((one) => one.pupil_id),
    ofClass: row.class_id !== null || people.kind === 'staff',
    pupils: pupils.map((one) => one.pupil_id),
    activeStaff: await queries.activeStaff(tx, schoolId),
    accused: new Set(staffIn(true)),
    taking: new Set(staffIn(false)),
    classIds: new Set((await queries.classNames(tx, schoolId)).keys()),
    measures: new Set((await runningMeasures(tx, schoolId, row.case_id)).map((one) => one.measure_id)),
    entries: new Set(entries.filter(({ kind }) => kind !== 'correction').map((one) => one.number)),
  };
};

/** The stage a case comes to by this; throws what duties are left before. */
const stageAfter = (facts: CaseFacts, kind: CaseEntryKind) => {
  const step = stepOf(facts, kind);
  if (step.allowed) return step.to;
  if (step.reason === 'missing') throw new AppError('duty_missing', step.missing);
  throw new AppError('not_at_this_stage');
};

/** The entry of this id, when it is there and says the same; throws text_changed when it says something else. */
const recordedBefore = async (writer: Writer, caseId: string, entry: RecordCaseEntry) => {
  const { tx, sealer, actor } = writer;
  const row = await queries.entryById(tx, actor.schoolId, entry.entryId);
  if (row === undefined) return undefined;
  const [opened] = openEntries(sealer, [row], []).entries;
  const same =
    row.case_id === caseId &&
    row.recorded_by === actor.staffId &&
    row.occurred_on === entry.occurredOn &&
    row.pupil_id === entry.pupilId &&
    canonicalize(opened?.said) === canonicalize(entry.content);
  if (!same) throw new AppError('text_changed');
  return row;
};

/** Records one thing in a case that the writer may open. Throws as recordEntry does. */
export const recordInCase = async (
  writer: Writer,
  caseId: string,
  entry: RecordCaseEntry,
): Promise<RecordedCaseEntry> => {
  const { tx, actor, now } = writer;
  const { schoolId } = actor;
  const { content } = entry;
  const found = await caseFor(tx, actor, caseId, now, { lock: true });
  if (!mayRecord(actor, found.people, content.kind)) throw new AppError('not_found');
  const { row } = found;
  const before = await recordedBefore(writer, caseId, entry);
  if (before !== undefined) return { number: before.number, revision: row.revision };
  const isWords = addsWords.has(content.kind);
  if (!isWords && entry.revision !== row.revision) throw new AppError('case_changed');
  const { facts } = await readFacts(tx, schoolId, found);
  const stage = stageAfter(facts, content.kind);
  const refused = refusalOf(entry, await situationOf(writer, found));
  if (refused !== undefined) throw new AppError(refused.code, refused.details);
  const number = await appendEntry(writer, { caseId, ...entry });
  const changes = await effectOf({ writer, found, entry, said: content, number });
  const revision = row.revision + (isWords ? 0 : 1);
  await updateCase(tx, { schoolId, caseId }, { ...changes, stage, revision });
  return { number, revision };
};

/**
 * Records one thing in a case: who, when and what, after what must be done before. Over an older revision it is refused with
 * `case_changed`. The same again is the same entry.
 */
export const recordEntry = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
  entry: RecordCaseEntry,
): Promise<RecordedCaseEntry> =>
  deps.db.inScope(actor, async (tx, sealer) =>
    recordInCase({ tx, sealer: await sealer(), actor, now: deps.now() }, caseId, entry),
  );
