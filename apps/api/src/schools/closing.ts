import type { Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';
import { AppError } from '../errors.ts';

/** Days from the moment a school begins to close until it may be deleted: time to fetch what one needs, and to undo it. */
export const WAITING_DAYS = 30;

export const closingOf = (tx: Tx, schoolId: string) =>
  tx.selectFrom('school_closing').selectAll().where('school_id', '=', schoolId).executeTakeFirst();

/** While a school closes nothing new comes in. Throws `school_closing`. */
export const refuseWhenClosing = async (tx: Tx, schoolId: string): Promise<void> => {
  if ((await closingOf(tx, schoolId)) !== undefined) throw new AppError('school_closing');
};

const leads = async (tx: Tx, schoolId: string, staffId: string, now: Date): Promise<boolean> =>
  (await tx
    .selectFrom('relation as r')
    .select('relation_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('kind', '=', 'leadership')
    .where(heldAt(now))
    .executeTakeFirst()) !== undefined;

/** Whether the school closes and this person does not lead it: only its leadership comes in then, to read. */
export const isShutTo = async (tx: Tx, schoolId: string, staffId: string, now: Date): Promise<boolean> =>
  (await closingOf(tx, schoolId)) !== undefined && !(await leads(tx, schoolId, staffId, now));
