import type { HoldKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';

export const holdsOf = (tx: Tx, schoolId: string, pupilId: string) =>
  tx
    .selectFrom('pupil_hold')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .orderBy('placed_at', 'desc')
    .orderBy('hold_id')
    .execute();

export const insertHold = (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly hold_id: string;
    readonly pupil_id: string;
    readonly kind: HoldKind;
    readonly reason: Buffer;
    readonly placed_by: string;
    readonly placed_at: Date;
  },
) =>
  tx
    .insertInto('pupil_hold')
    .values(row)
    .onConflict((conflict) => conflict.columns(['school_id', 'hold_id']).doNothing())
    .execute();

/** One that has ended already ends no second time. */
export const endHold = (
  tx: Tx,
  schoolId: string,
  of: { readonly pupilId: string; readonly holdId: string },
  ended: { readonly ended_by: string; readonly ended_at: Date },
) =>
  tx
    .updateTable('pupil_hold')
    .set(ended)
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', of.pupilId)
    .where('hold_id', '=', of.holdId)
    .where('ended_at', 'is', null)
    .execute();
