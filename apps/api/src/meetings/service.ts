import { randomUUID } from 'node:crypto';
import type { CallIn, MarkPresent, MeetingList, MeetingPage, NewMeeting } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { activeStaff, activeWith } from '../people/active-staff.ts';
import { agendaOf, type Candidate } from './agenda.ts';
import { agendaCandidates, calendarOn } from './candidates.ts';
import { nextMeetingDay } from './next-day.ts';
import { mayLeadMeetings } from './policy.ts';
import * as queries from './queries.ts';
import { meetingPage, ownMeeting } from './read-meeting.ts';
import { sealItem } from './stored-item.ts';

/** A point made of something that waits. */
export const itemOf = (
  sealer: SchoolSealer,
  schoolId: string,
  meetingId: string,
  place: number,
  { kind, subjectId, title, pupilIds, onPaper, reason, classId }: Candidate,
  itemId = randomUUID() as string,
): queries.NewItem => ({
  ...{ school_id: schoolId, item_id: itemId, meeting_id: meetingId, place },
  case_id: kind === 'case' ? subjectId : null,
  signal_id: kind === 'signal' ? subjectId : null,
  report_id: kind === 'report' ? subjectId : null,
  task_id: kind === 'task' ? subjectId : null,
  content: sealItem(sealer, itemId, 1, { kind, title, pupilIds, onPaper, reason, classId, minutes: '' }),
});

/** The meetings one leads or is called in to, newest first. */
export const listMeetings = (deps: Dependencies, actor: StaffActor): Promise<MeetingList> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    const today = dayOf(deps.now());
    const mayLead = mayLeadMeetings(actor);
    const all = await queries.meetings(tx, schoolId);
    const called = await queries.participantsOf(
      tx,
      schoolId,
      all.map((row) => row.meeting_id),
    );
    const mine = new Set(called.flatMap((row) => (row.staff_id === staffId ? row.meeting_id : [])));
    const planned = all.some((row) => row.state === 'planned' && String(row.held_on) >= today);
    const lastDay = all[0] === undefined ? null : String(all[0].held_on);
    return {
      meetings: all
        .filter((row) => mayLead || mine.has(row.meeting_id))
        .map((row) => ({
          ...{ meetingId: row.meeting_id, heldOn: String(row.held_on) },
          // The column's check constraint allows exactly these.
          state: row.state as MeetingList['meetings'][number]['state'],
        })),
      mayLead,
      proposedOn:
        mayLead && !planned ? nextMeetingDay(await calendarOn(tx, schoolId, today), lastDay, today) : null,
    };
  });

/** Who was called in to the last meeting and still works here; to the first one, whoever leads meetings. */
const usuallyCalled = async (tx: Tx, actor: StaffActor, now: Date): Promise<readonly string[]> => {
  const { schoolId } = actor;
  const [last] = await queries.meetings(tx, schoolId);
  const active = new Set(await activeStaff(tx, schoolId));
  const before =
    last === undefined
      ? (await activeWith(tx, schoolId, ['social_teacher', 'leadership'], now)).map((one) => one.staffId)
      : (await queries.participantsOf(tx, schoolId, [last.meeting_id])).map((row) => row.staff_id);
  return [...new Set([actor.staffId, ...before])].filter((staffId) => active.has(staffId));
};

/** Calls a meeting, with what hurries most on its agenda. Refused with `meeting_exists` when one stands on that day. */
export const callMeeting = (
  deps: Dependencies,
  actor: StaffActor,
  { meetingId, heldOn }: NewMeeting,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const school = await sealer();
    // The id twice is the same meeting; the day twice is another's.
    await tx
      .selectFrom('school')
      .select('school_id')
      .where('school_id', '=', schoolId)
      .forNoKeyUpdate()
      .execute();
    const sameDay = (await queries.meetings(tx, schoolId)).find((row) => String(row.held_on) === heldOn);
    if (sameDay !== undefined && sameDay.meeting_id !== meetingId) throw new AppError('meeting_exists');
    const called = await usuallyCalled(tx, actor, now);
    const row = { school_id: schoolId, meeting_id: meetingId, held_on: heldOn, called_by: staffId };
    if (await queries.insertMeeting(tx, row)) {
      await queries.callIn(tx, schoolId, meetingId, called);
      const candidates = await agendaCandidates(tx, school, actor, now);
      await queries.insertItems(
        tx,
        agendaOf(candidates).map((candidate, at) => itemOf(school, schoolId, meetingId, at + 1, candidate)),
      );
    }
    return meetingPage(tx, school, actor, meetingId, now);
  });

export const readMeeting = (deps: Dependencies, actor: StaffActor, meetingId: string): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => meetingPage(tx, await sealer(), actor, meetingId, deps.now()));

/** A meeting that is not closed; else refused with `meeting_held`. */
export const openMeeting = async (
  tx: Tx,
  actor: StaffActor,
  meetingId: string,
): Promise<queries.MeetingRow> => {
  const meeting = await ownMeeting(tx, actor, meetingId);
  if (meeting.state === 'held') throw new AppError('meeting_held');
  return meeting;
};

/** The same for whoever leads meetings. */
export const ledMeeting = async (
  tx: Tx,
  actor: StaffActor,
  meetingId: string,
): Promise<queries.MeetingRow> => {
  if (!mayLeadMeetings(actor)) throw new AppError('not_found');
  return openMeeting(tx, actor, meetingId);
};

export const callInToMeeting = (
  deps: Dependencies,
  actor: StaffActor,
  meetingId: string,
  { staffIds }: CallIn,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    await ledMeeting(tx, actor, meetingId);
    const active = new Set(await activeStaff(tx, schoolId));
    const before = (await queries.participantsOf(tx, schoolId, [meetingId])).map((row) => row.staff_id);
    const wanted = new Set(staffIds.filter((staffId) => active.has(staffId) || before.includes(staffId)));
    await queries.callIn(tx, schoolId, meetingId, [...wanted]);
    await queries.callOff(
      tx,
      schoolId,
      meetingId,
      before.filter((staffId) => !wanted.has(staffId)),
    );
    return meetingPage(tx, await sealer(), actor, meetingId, deps.now());
  });

/** Each says for themselves that they were there, also afterwards; whoever leads says it for all until the meeting is closed. */
export const markPresent = (
  deps: Dependencies,
  actor: StaffActor,
  meetingId: string,
  { staffId, present }: MarkPresent,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const meeting = await ownMeeting(tx, actor, meetingId);
    const own = staffId === actor.staffId;
    if (!own && !mayLeadMeetings(actor)) throw new AppError('not_found');
    if (meeting.state === 'held' && !(own && present)) throw new AppError('meeting_held');
    await queries.setPresent(tx, schoolId, meetingId, staffId, present ? now : null);
    return meetingPage(tx, await sealer(), actor, meetingId, now);
  });

/** The minutes stand from now on: what is left to say is set beside. */
export const closeMeeting = (
  deps: Dependencies,
  actor: StaffActor,
  meetingId: string,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    await ledMeeting(tx, actor, meetingId);
    await queries.closeMeeting(tx, actor.schoolId, meetingId, now);
    return meetingPage(tx, await sealer(), actor, meetingId, now);
  });
