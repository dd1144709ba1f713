import { sql, type Tx } from '@samhold/db';

const columns = [
  't.task_id',
  't.case_id',
  't.item_id',
  't.what',
  't.owner_id',
  't.due_on',
  't.made_by',
  't.done_at',
  't.handed_from',
  'i.report_id',
] as const;

const tasks = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('case_task as t')
    .leftJoin('meeting_item as i', (join) =>
      join.onRef('i.school_id', '=', 't.school_id').onRef('i.item_id', '=', 't.item_id'),
    )
    .select(columns)
    .where('t.school_id', '=', schoolId);

export type TaskRow = Awaited<ReturnType<typeof openTasksDueBefore>>[number];

export const taskById = (tx: Tx, schoolId: string, taskId: string) =>
  tasks(tx, schoolId).where('t.task_id', '=', taskId).executeTakeFirst();

/** What is left, and what was done since a moment. */
export const tasksOfOwner = (tx: Tx, schoolId: string, ownerId: string, doneSince: Date) =>
  tasks(tx, schoolId)
    .where('t.owner_id', '=', ownerId)
    .where((eb) => eb.or([eb('t.done_at', 'is', null), eb('t.done_at', '>=', doneSince)]))
    .orderBy(sql`t.done_at desc nulls first`)
    .orderBy('t.due_on')
    .orderBy('t.task_id')
    .execute();

export const tasksOfItems = async (tx: Tx, schoolId: string, itemIds: readonly string[]) =>
  itemIds.length === 0
    ? []
    : tasks(tx, schoolId)
        .where('t.item_id', 'in', itemIds)
        .orderBy('t.made_at')
        .orderBy('t.task_id')
        .execute();

export const tasksByIds = async (tx: Tx, schoolId: string, taskIds: readonly string[]) =>
  taskIds.length === 0 ? [] : tasks(tx, schoolId).where('t.task_id', 'in', taskIds).execute();

export const openTasksDueBefore = (tx: Tx, schoolId: string, day: string) =>
  tasks(tx, schoolId)
    .where('t.done_at', 'is', null)
    .where('t.due_on', '<', day)
    .orderBy('t.due_on')
    .execute();

/** False when there is a task of this id already. */
export const insertTask = async (
  tx: Tx,
  task: {
    readonly school_id: string;
    readonly task_id: string;
    readonly case_id: string | null;
    readonly item_id: string | null;
    readonly what: Buffer;
    readonly owner_id: string;
    readonly due_on: string;
    readonly made_by: string;
    readonly made_at: Date;
  },
): Promise<boolean> => {
  const result = await tx
    .insertInto('case_task')
    .values(task)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const setDone = (
  tx: Tx,
  schoolId: string,
  taskId: string,
  done: { readonly by: string; readonly at: Date } | null,
) =>
  tx
    .updateTable('case_task')
    .set({ done_by: done?.by ?? null, done_at: done?.at ?? null })
    .where('school_id', '=', schoolId)
    .where('task_id', '=', taskId)
    .execute();

export const openTasksOf = (tx: Tx, schoolId: string, ownerId: string) =>
  tasks(tx, schoolId).where('t.owner_id', '=', ownerId).where('t.done_at', 'is', null).execute();

export const setOwner = (tx: Tx, schoolId: string, taskId: string, ownerId: string, from: string, at: Date) =>
  tx
    .updateTable('case_task')
    .set({ owner_id: ownerId, handed_from: from, handed_at: at })
    .where('school_id', '=', schoolId)
    .where('task_id', '=', taskId)
    .execute();
