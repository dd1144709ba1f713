import type { Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';

/** Active members of staff with one of these relations now, those who have been so longest first. */
export const activeWith = async (
  tx: Tx,
  schoolId: string,
  kinds: readonly string[],
  now: Date,
): Promise<readonly { readonly staffId: string; readonly kind: string }[]> => {
  const rows = await tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .select(['r.staff_id', 'r.kind'])
    .where('r.school_id', '=', schoolId)
    .where('m.active', '=', true)
    .where('r.kind', 'in', kinds)
    .where(heldAt(now))
    .orderBy('r.from_at')
    .orderBy('r.staff_id')
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, kind: row.kind }));
};

export const isActiveStaff = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> =>
  (await tx
    .selectFrom('staff_member')
    .select('staff_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('active', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst()) !== undefined;

export const activeStaff = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('active', '=', true)
      .execute()
  ).map((row) => row.staff_id);
