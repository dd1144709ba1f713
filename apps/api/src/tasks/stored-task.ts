import type { Task } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import type { TaskRow } from './queries.ts';

export const whatPlace = (taskId: string) => ({ table: 'case_task', column: 'what', row: taskId }) as const;

/** Tasks as they are read; the caller has asked the policy. */
export const openTasks = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly TaskRow[],
  today: string,
): Promise<Task[]> => {
  const staff = new Set(rows.flatMap((row) => [row.owner_id, row.handed_from ?? row.owner_id]));
  const names = await wholeNames(tx, sealer, schoolId, [...staff]);
  return rows.map((row) => ({
    taskId: row.task_id,
    what: sealer.open(row.what, whatPlace(row.task_id)),
    owner: { staffId: row.owner_id, name: names.get(row.owner_id) ?? '–' },
    dueOn: String(row.due_on),
    overdue: row.done_at === null && String(row.due_on) < today,
    doneAt: row.done_at?.toISOString() ?? null,
    handedFrom: row.handed_from === null ? null : (names.get(row.handed_from) ?? '–'),
  }));
};
