import { randomUUID } from 'node:crypto';
import type { CaseEvidence, OpenCase, OpenedCase } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { AppError } from '../errors.ts';
import { newShortCode } from '../short-code.ts';
import { appendEntry, type Writer } from './append-entry.ts';
import { titlePlace } from './chain.ts';
import { peopleOf } from './facts.ts';
import { mayOpenCase, mayStartCase } from './policy.ts';
import * as queries from './queries.ts';
import * as writes from './writes.ts';

export type CaseStart = Omit<OpenCase, 'signalIds' | 'talkWish' | 'surveyClassId' | 'reportIds'> & {
  /** Copied into the case. */
  readonly evidence: readonly CaseEvidence[];
  readonly sources: readonly {
    readonly kind: 'signal' | 'talk_wish' | 'incident' | 'survey';
    readonly sourceId: string;
  }[];
};

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** The people a new case would have, as policy asks about them. */
const peopleOfStart = async ({ tx, actor, now }: Writer, { kind, accusedIds }: CaseStart) => {
  const accused = accusedIds.map((staff_id) => ({ case_id: '', staff_id, part: 'accused', from_at: now }));
  const leadership = await queries.leadershipTimes(tx, actor.schoolId);
  return peopleOf({ kind, opened_at: now }, accused, leadership, now);
};

const checkStart = async (writer: Writer, start: CaseStart, isSplit: boolean): Promise<void> => {
  const { tx, actor, now } = writer;
  const { schoolId, staffId } = actor;
  const pupilIds = unique(start.pupils.map(({ pupilId }) => pupilId));
  const { kind, accusedIds, classId } = start;
  if ((kind === 'staff') !== accusedIds.length > 0) throw new AppError('invalid_request', ['accusedIds']);
  const people = await peopleOfStart(writer, start);
  const classIds = await queries.classIdsOf(tx, schoolId, pupilIds, dayOf(now));
  const known = await queries.knownPupils(tx, schoolId, pupilIds);
  const names = await queries.classNames(tx, schoolId);
  const active = await queries.activeStaff(tx, schoolId);
  const about = {
    ...{ kind, accusedIds, leadershipAccused: people.leadershipAccused },
    classIds: [
      ...(classId === null ? [] : [classId]),
      ...pupilIds.map((pupilId) => classIds.get(pupilId) ?? null),
    ],
  };
  const leads = !isSplit && kind === 'staff' && mayStartCase(actor, { ...about, leadershipAccused: false });
  // Whoever leads is told where such a case goes; it is no secret to the one who asks.
  if (leads && people.leadershipAccused && !mayStartCase(actor, about))
    throw new AppError('owner_takes_case');
  if (!isSplit && !mayStartCase(actor, about)) throw new AppError('not_found');
  if (known < pupilIds.length || (classId !== null && !names.has(classId))) throw new AppError('not_found');
  if (kind === 'environment' && classId === null && !start.pupils.some(({ part }) => part === 'concerned'))
    throw new AppError('invalid_request', ['pupils']);
  if (start.knownOn > dayOf(now)) throw new AppError('date_in_future', ['knownOn']);
  const { participantIds, responsibleId } = start;
  const taking = unique([...participantIds, ...(responsibleId === null ? [] : [responsibleId])]);
  if (taking.some((id) => !active.has(id))) throw new AppError('staff_inactive');
  if ([...taking, staffId].some((id) => accusedIds.includes(id)))
    throw new AppError('invalid_request', ['staff']);
};

const putPeople = async ({ tx, actor, now }: Writer, start: CaseStart): Promise<void> => {
  const of = { schoolId: actor.schoolId, caseId: start.caseId };
  const by = { staffId: actor.staffId, now };
  for (const { pupilId, part } of start.pupils) await writes.putPupil(tx, of, pupilId, part, by);
  for (const accused of unique(start.accusedIds)) await writes.putStaff(tx, of, accused, 'accused', by);
  if (start.responsibleId !== null) await writes.putStaff(tx, of, start.responsibleId, 'responsible', by);
  const people = peopleOf(
    { kind: start.kind, opened_at: now },
    await queries.staffOfCase(tx, of.schoolId, of.caseId),
    await queries.leadershipTimes(tx, of.schoolId),
    now,
  );
  // Whoever opens a case does not lose sight of it.
  const taking = unique([...start.participantIds, ...(mayOpenCase(actor, people) ? [] : [actor.staffId])]);
  for (const staffId of taking) {
    if (staffId !== start.responsibleId) await writes.putStaff(tx, of, staffId, 'participant', by);
  }
};

/**
 * Opens a case, with what it rests on copied into its first entry. The same id again is the same case when the same person opened
 * it; else `text_changed`. Throws not_found, date_in_future, staff_inactive, owner_takes_case.
 */
export const startCase = async (
  writer: Writer,
  start: CaseStart,
  splitFrom: queries.CaseRow | null = null,
): Promise<OpenedCase> => {
  const { tx, sealer, actor, now } = writer;
  const { schoolId, staffId } = actor;
  const { caseId } = start;
  await checkStart(writer, start, splitFrom !== null);
  const reference = newShortCode(6);
  const isNew = await writes.insertCase(tx, {
    ...{ school_id: schoolId, case_id: caseId, reference, kind: start.kind, class_id: start.classId },
    stage: splitFrom !== null && splitFrom.stage !== 'reported' ? 'told' : 'reported',
    serious: start.serious,
    title: sealer.seal(start.title.trim(), titlePlace(caseId)),
    known_on: start.knownOn,
    ...{ opened_by: staffId, opened_at: now, split_from: splitFrom?.case_id ?? null },
  });
  if (!isNew) {
    const before = await queries.caseById(tx, schoolId, caseId);
    if (before?.opened_by !== staffId) throw new AppError('not_found');
    if (sealer.open(before.title, titlePlace(caseId)) !== start.title.trim())
      throw new AppError('text_changed');
    return { caseId, reference: before.reference };
  }
  await putPeople(writer, start);
  await writes.insertSources(tx, { schoolId, caseId }, start.sources);
  await appendEntry(writer, {
    ...{ caseId, entryId: randomUUID(), occurredOn: start.knownOn, pupilId: null, corrects: null },
    content: { kind: 'opened', from: start.from, what: start.what, evidence: [...start.evidence] },
  });
  return { caseId, reference };
};
