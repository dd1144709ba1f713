import type { Tx } from '@samhold/db';

const ofStaff = (tx: Tx, schoolId: string, staffId: string) =>
  tx.selectFrom('staff_mail').where('school_id', '=', schoolId).where('staff_id', '=', staffId);

export const staffMail = (tx: Tx, schoolId: string, staffId: string) =>
  ofStaff(tx, schoolId, staffId).selectAll().executeTakeFirst();

/** The same, for one transaction at a time. */
export const lockStaffMail = (tx: Tx, schoolId: string, staffId: string) =>
  ofStaff(tx, schoolId, staffId).selectAll().forUpdate().executeTakeFirst();

/** A new address replaces the one before, and is unconfirmed until the code that is on its way comes back. */
export const putStaffMail = (tx: Tx, schoolId: string, staffId: string, email: Buffer, expiresAt: Date) => {
  const fresh = { email, code_hash: null, code_expires_at: expiresAt, failed_tries: 0, confirmed_at: null };
  return tx
    .insertInto('staff_mail')
    .values({ school_id: schoolId, staff_id: staffId, ...fresh })
    .onConflict((conflict) => conflict.columns(['school_id', 'staff_id']).doUpdateSet(fresh))
    .execute();
};

export const changeStaffMail = (
  tx: Tx,
  schoolId: string,
  staffId: string,
  change: {
    readonly code_hash?: Buffer | null;
    readonly code_expires_at?: Date | null;
    readonly failed_tries?: number;
    readonly confirmed_at?: Date;
  },
) =>
  tx
    .updateTable('staff_mail')
    .set(change)
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

export const deleteStaffMail = (tx: Tx, schoolId: string, staffId: string) =>
  tx.deleteFrom('staff_mail').where('school_id', '=', schoolId).where('staff_id', '=', staffId).execute();

export const isActive = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('staff_member')
    .select('active')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row?.active === true;
};
