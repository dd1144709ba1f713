import type {
  AddPoint,
  AddToMinutes,
  MeetingPage,
  NewTask,
  OrderPoints,
  WriteMinutes,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { giveTask, tasksOfItems } from '../tasks/service.ts';
import { reordered } from './agenda.ts';
import { agendaCandidates } from './candidates.ts';
import * as queries from './queries.ts';
import { additionPlace, meetingPage, ownMeeting, pointsOf } from './read-meeting.ts';
import { itemOf, ledMeeting, openMeeting } from './service.ts';
import { openItem, sealItem, type ItemContent } from './stored-item.ts';
import { visibleItems } from './visible-items.ts';

/** A point of a meeting of one's own that one may see; else as if it were not there. */
const ownPoint = async (tx: Tx, sealer: SchoolSealer, actor: StaffActor, itemId: string, now: Date) => {
  const row = await queries.lockItem(tx, actor.schoolId, itemId);
  if (row === undefined) throw new AppError('not_found');
  const meeting = await ownMeeting(tx, actor, row.meeting_id);
  const [item] = await visibleItems(tx, actor, [openItem(sealer, row)], now);
  if (item === undefined) throw new AppError('not_found');
  return { item, meeting };
};

/** Adds a point at the end: one's own words, or something that waits, which whoever leads puts there. */
export const addPoint = (
  deps: Dependencies,
  actor: StaffActor,
  meetingId: string,
  wish: AddPoint,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const school = await sealer();
    if ('kind' in wish) await ledMeeting(tx, actor, meetingId);
    else await openMeeting(tx, actor, meetingId);
    const { all } = await pointsOf(tx, school, actor, meetingId, now);
    const place = Math.max(0, ...all.map((item) => item.place)) + 1;
    if ('title' in wish) {
      const title = wish.title.trim();
      const content: ItemContent = {
        kind: 'own',
        title,
        pupilIds: [],
        onPaper: title,
        reason: '',
        classId: null,
        minutes: '',
      };
      await queries.insertItems(tx, [
        {
          ...{ school_id: schoolId, item_id: wish.itemId, meeting_id: meetingId, place },
          ...{ case_id: null, signal_id: null, report_id: null, task_id: null },
          content: sealItem(school, wish.itemId, 1, content),
        },
      ]);
    } else if (!all.some((item) => item.subjectId === wish.subjectId)) {
      const found = (await agendaCandidates(tx, school, actor, now)).find(
        ({ kind, subjectId }) => kind === wish.kind && subjectId === wish.subjectId,
      );
      if (found === undefined) throw new AppError('not_found');
      await queries.insertItems(tx, [itemOf(school, schoolId, meetingId, place, found, wish.itemId)]);
    }
    return meetingPage(tx, school, actor, meetingId, now);
  });

/** Puts the points one sees in another order. Over an order that is not the last, it is refused with `text_changed`. */
export const orderPoints = (
  deps: Dependencies,
  actor: StaffActor,
  meetingId: string,
  order: OrderPoints,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const school = await sealer();
    await ledMeeting(tx, actor, meetingId);
    const { all, seen } = await pointsOf(tx, school, actor, meetingId, now);
    const idOf = (item: { readonly item_id: string }): string => item.item_id;
    const after = reordered(all.map(idOf), seen.map(idOf), order);
    if (after === null) throw new AppError('text_changed');
    for (const [at, itemId] of after.entries()) await queries.setPlace(tx, actor.schoolId, itemId, at + 1);
    return meetingPage(tx, school, actor, meetingId, now);
  });

/** Takes a point off the agenda. Refused with `point_in_use` once something is written or undertaken there. */
export const removePoint = (deps: Dependencies, actor: StaffActor, itemId: string): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const school = await sealer();
    const { item, meeting } = await ownPoint(tx, school, actor, itemId, now);
    await ledMeeting(tx, actor, meeting.meeting_id);
    const tasks = await tasksOfItems(tx, actor.schoolId, [itemId]);
    if (item.content.minutes !== '' || tasks.length > 0) throw new AppError('point_in_use');
    await queries.deleteItem(tx, actor.schoolId, itemId);
    return meetingPage(tx, school, actor, meeting.meeting_id, now);
  });

/** Writes the minutes of a point. Over an older revision than the last it is refused with `text_changed`. */
export const writeMinutes = (
  deps: Dependencies,
  actor: StaffActor,
  itemId: string,
  { revision, minutes }: WriteMinutes,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const school = await sealer();
    const { item, meeting } = await ownPoint(tx, school, actor, itemId, now);
    if (meeting.state === 'held') throw new AppError('meeting_held');
    if (item.content.minutes !== minutes) {
      if (item.revision !== revision) throw new AppError('text_changed');
      const content = sealItem(school, itemId, revision + 1, { ...item.content, minutes });
      await queries.setContent(tx, actor.schoolId, itemId, content, revision + 1);
    }
    return meetingPage(tx, school, actor, meeting.meeting_id, now);
  });

/** Makes a task of what a point decided, until the meeting is closed. */
export const decideTask = (
  deps: Dependencies,
  actor: StaffActor,
  itemId: string,
  task: NewTask,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const school = await sealer();
    const { item, meeting } = await ownPoint(tx, school, actor, itemId, now);
    if (meeting.state === 'held') throw new AppError('meeting_held');
    await giveTask(tx, school, actor, { caseId: item.case_id, itemId }, task, now);
    return meetingPage(tx, school, actor, meeting.meeting_id, now);
  });

/** Sets something beside the minutes of a closed meeting. */
export const addToMinutes = (
  deps: Dependencies,
  actor: StaffActor,
  itemId: string,
  { additionId, text }: AddToMinutes,
): Promise<MeetingPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const school = await sealer();
    const { meeting } = await ownPoint(tx, school, actor, itemId, now);
    if (meeting.state !== 'held') throw new AppError('invalid_request', ['The meeting is not closed.']);
    await queries.insertAddition(tx, {
      ...{ school_id: schoolId, addition_id: additionId, item_id: itemId },
      content: school.seal(text.trim(), additionPlace(additionId)),
      ...{ recorded_by: staffId, recorded_at: now },
    });
    return meetingPage(tx, school, actor, meeting.meeting_id, now);
  });
