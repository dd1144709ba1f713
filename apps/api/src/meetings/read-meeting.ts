import type { MeetingPage, MeetingPoint } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { activeStaff } from '../people/active-staff.ts';
import { tasksOfItems, visibleTasks } from '../tasks/service.ts';
import { openTasks } from '../tasks/stored-task.ts';
import type { Candidate } from './agenda.ts';
import { titleWith } from './candidate-words.ts';
import { agendaCandidates, callingOf } from './candidates.ts';
import { mayLeadMeetings } from './policy.ts';
import * as queries from './queries.ts';
import { openItem, type OpenItem } from './stored-item.ts';
import { visibleItems } from './visible-items.ts';

export const additionPlace = (additionId: string) =>
  ({ table: 'meeting_addition', column: 'content', row: additionId }) as const;

/** The meeting, when the actor leads meetings or is called in; else as if it were not there. */
export const ownMeeting = async (
  tx: Tx,
  actor: StaffActor,
  meetingId: string,
): Promise<queries.MeetingRow> => {
  const meeting = await queries.lockMeeting(tx, actor.schoolId, meetingId);
  if (meeting === undefined) throw new AppError('not_found');
  if (mayLeadMeetings(actor)) return meeting;
  const called = await queries.participantsOf(tx, actor.schoolId, [meetingId]);
  if (!called.some((row) => row.staff_id === actor.staffId)) throw new AppError('not_found');
  return meeting;
};

/** All points of a meeting in order, and those of them the actor may see. */
export const pointsOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  meetingId: string,
  now: Date,
) => {
  const all = (await queries.itemsOf(tx, actor.schoolId, meetingId)).map((row) => openItem(sealer, row));
  return { all, seen: await visibleItems(tx, actor, all, now) };
};

const shownPoints = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  items: readonly OpenItem[],
  now: Date,
): Promise<MeetingPoint[]> => {
  const { schoolId } = actor;
  const ids = items.map((item) => item.item_id);
  const rows = await visibleTasks(tx, actor, await tasksOfItems(tx, schoolId, ids), now);
  const tasks = await openTasks(tx, sealer, schoolId, rows, dayOf(now));
  const additions = await queries.additionsOf(tx, schoolId, ids);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(additions.map((row) => row.recorded_by))]);
  const calling = await callingOf(
    tx,
    sealer,
    schoolId,
    items.flatMap(({ content }) => content.pupilIds),
  );
  return items.map(({ item_id, kind, subjectId, content, revision }) => ({
    ...{ itemId: item_id, kind, subjectId, revision },
    title: titleWith(content.title, content.pupilIds.map(calling)),
    ...{ reason: content.reason, classId: content.classId, minutes: content.minutes },
    tasks: tasks.filter((_, at) => rows[at]?.item_id === item_id),
    additions: additions
      .filter((row) => row.item_id === item_id)
      .map((row) => ({
        text: sealer.open(row.content, additionPlace(row.addition_id)),
        by: names.get(row.recorded_by) ?? '–',
        at: row.recorded_at.toISOString(),
      })),
  }));
};

const left = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  candidates: readonly Candidate[],
  points: readonly OpenItem[],
): Promise<MeetingPage['candidates']> => {
  const there = new Set(points.map((point) => point.subjectId));
  const rest = candidates.filter(({ subjectId }) => !there.has(subjectId));
  const calling = await callingOf(
    tx,
    sealer,
    schoolId,
    rest.flatMap(({ pupilIds }) => pupilIds),
  );
  return rest.map(({ kind, subjectId, title, pupilIds, reason }) => ({
    ...{ kind, subjectId, reason },
    title: titleWith(title, pupilIds.map(calling)),
  }));
};

/** The meeting as the actor sees it; the caller has asked the policy. */
export const meetingPage = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  meetingId: string,
  now: Date,
): Promise<MeetingPage> => {
  const { schoolId } = actor;
  const meeting = await ownMeeting(tx, actor, meetingId);
  const mayLead = mayLeadMeetings(actor);
  const { seen } = await pointsOf(tx, sealer, actor, meetingId, now);
  const called = await queries.participantsOf(tx, schoolId, [meetingId]);
  const active = await activeStaff(tx, schoolId);
  const names = await wholeNames(tx, sealer, schoolId, [
    ...new Set([...active, ...called.map((row) => row.staff_id)]),
  ]);
  const named = (staffId: string) => ({ staffId, name: names.get(staffId) ?? '–' });
  const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
    a.name.localeCompare(b.name, 'nb');
  await logOpening(tx, actor, now, {
    action: 'meeting.read',
    subjectKind: 'meeting',
    subjectId: meetingId,
    purpose: 'prepare, hold or follow up the weekly meeting on pupils',
  });
  const isPlanned = meeting.state === 'planned';
  return {
    meetingId,
    heldOn: String(meeting.held_on),
    // The column's check constraint allows exactly these.
    state: meeting.state as MeetingPage['state'],
    closedAt: meeting.closed_at?.toISOString() ?? null,
    mayLead,
    ownStaffId: actor.staffId,
    participants: called
      .map((row) => ({ ...named(row.staff_id), presentAt: row.confirmed_at?.toISOString() ?? null }))
      .toSorted(byName),
    points: await shownPoints(tx, sealer, actor, seen, now),
    candidates:
      mayLead && isPlanned
        ? await left(tx, sealer, schoolId, await agendaCandidates(tx, sealer, actor, now), seen)
        : [],
    staff: isPlanned ? active.map(named).toSorted(byName) : [],
  };
};
