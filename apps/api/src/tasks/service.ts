import type { NewTask, OwnTasks, Task } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { maySeeTask } from '../meetings/policy.ts';
import { activeStaff } from '../people/active-staff.ts';
import { peopleOfTasks } from './people-of-tasks.ts';
import * as queries from './queries.ts';
import { openTasks, whatPlace } from './stored-task.ts';

export const tasksOfItems = queries.tasksOfItems;
export const tasksByIds = queries.tasksByIds;
export const openTasksDueBefore = queries.openTasksDueBefore;

const monthAgo = (now: Date): Date => new Date(now.getTime() - 30 * 86_400_000);

/** Those of these that the actor may see, in their order. */
export const visibleTasks = async (
  tx: Tx,
  actor: StaffActor,
  rows: readonly queries.TaskRow[],
  now: Date,
): Promise<readonly queries.TaskRow[]> => {
  const people = await peopleOfTasks(tx, actor.schoolId, rows, now);
  return rows.filter((_, at) => {
    const of = people[at];
    return of !== undefined && maySeeTask(actor, of);
  });
};

/** What is left for whoever asks, and what they did the last month. Nothing named before training in privacy. */
export const readOwnTasks = (deps: Dependencies, actor: StaffActor): Promise<OwnTasks> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const today = dayOf(now);
    const rows = await queries.tasksOfOwner(tx, actor.schoolId, actor.staffId, monthAgo(now));
    const mine = await visibleTasks(tx, actor, rows, now);
    if (!actor.trained)
      return { today, tasks: [], waiting: mine.filter((row) => row.done_at === null).length };
    return { today, tasks: await openTasks(tx, await sealer(), actor.schoolId, mine, today), waiting: 0 };
  });

/** Says that a task is done, or that it is not after all: by whose it is, and by whoever gave it. */
export const markTask = (
  deps: Dependencies,
  actor: StaffActor,
  taskId: string,
  done: boolean,
): Promise<Task> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await queries.taskById(tx, schoolId, taskId);
    const [seen] = row === undefined ? [] : await visibleTasks(tx, actor, [row], now);
    if (seen === undefined || ![seen.owner_id, seen.made_by].includes(staffId))
      throw new AppError('not_found');
    if (!actor.trained) throw new AppError('training_missing');
    if (done !== (seen.done_at !== null))
      await queries.setDone(tx, schoolId, taskId, done ? { by: staffId, at: now } : null);
    const after = await queries.taskById(tx, schoolId, taskId);
    const [task] = await openTasks(
      tx,
      await sealer(),
      schoolId,
      after === undefined ? [] : [after],
      dayOf(now),
    );
    if (task === undefined) throw new AppError('not_found');
    return task;
  });

/**
 * Gives somebody a task; the caller has asked who may. The same id again is the same task. Refused with `not_for_this_owner` for
 * somebody who has left, or whom what it comes from is about (§ 12-5).
 */
export const giveTask = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  of: { readonly caseId: string | null; readonly itemId: string | null },
  { taskId, what, ownerId, dueOn }: NewTask,
  now: Date,
): Promise<void> => {
  const { schoolId } = actor;
  if (!(await activeStaff(tx, schoolId)).includes(ownerId)) throw new AppError('not_for_this_owner');
  const made = await queries.insertTask(tx, {
    ...{ school_id: schoolId, task_id: taskId, case_id: of.caseId, item_id: of.itemId },
    what: sealer.seal(what.trim(), whatPlace(taskId)),
    ...{ owner_id: ownerId, due_on: dueOn, made_by: actor.staffId, made_at: now },
  });
  const row = await queries.taskById(tx, schoolId, taskId);
  if (row === undefined || row.item_id !== of.itemId || row.case_id !== of.caseId)
    throw new AppError('text_changed');
  const [people] = await peopleOfTasks(tx, schoolId, [row], now);
  const owner = { ...actor, staffId: ownerId, relations: [] };
  if (people === undefined || !maySeeTask(owner, people)) throw new AppError('not_for_this_owner');
  if (made)
    await logOpening(tx, actor, now, {
      action: 'task.given',
      subjectKind: 'staff',
      subjectId: ownerId,
      purpose: 'follow up pupils',
    });
};
