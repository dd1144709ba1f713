import type { Tx } from '@samhold/db';

/** Asked before the school is known. */
export const schoolOfLink = async (tx: Tx, linkHash: Buffer): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('invitation_lookup')
      .select('school_id')
      .where('link_hash', '=', linkHash)
      .executeTakeFirst()
  )?.school_id;

/** Holds other invitations of the same person back until this transaction ends. False when nobody active is there. */
export const lockStaffMember = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> =>
  (await tx
    .selectFrom('staff_member')
    .select('staff_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('active', '=', true)
    .forUpdate()
    .executeTakeFirst()) !== undefined;

export const withdrawOpen = async (tx: Tx, schoolId: string, staffId: string, now: Date): Promise<void> => {
  const open = await tx
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('link_hash')
    .execute();
  for (const { link_hash } of open) await forgetLink(tx, link_hash);
};

export const forgetLink = (tx: Tx, linkHash: Buffer) =>
  tx.deleteFrom('invitation_lookup').where('link_hash', '=', linkHash).execute();

export type NewInvitation = {
  readonly linkHash: Buffer;
  readonly staffId: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
};

export const insertInvitation = async (tx: Tx, schoolId: string, made: NewInvitation): Promise<void> => {
  await tx
    .insertInto('invitation_lookup')
    .values({ link_hash: made.linkHash, school_id: schoolId })
    .execute();
  await tx
    .insertInto('invitation')
    .values({
      school_id: schoolId,
      link_hash: made.linkHash,
      staff_id: made.staffId,
      made_by: made.madeBy,
      made_at: made.madeAt,
      expires_at: made.expiresAt,
    })
    .execute();
};

const open = (tx: Tx, schoolId: string, linkHash: Buffer, now: Date) =>
  tx
    .selectFrom('invitation')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'invitation.school_id').onRef('m.staff_id', '=', 'invitation.staff_id'),
    )
    .select('invitation.staff_id')
    .where('invitation.school_id', '=', schoolId)
    .where('invitation.link_hash', '=', linkHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('m.active', '=', true);

export const isOpen = async (tx: Tx, schoolId: string, linkHash: Buffer, now: Date): Promise<boolean> =>
  (await open(tx, schoolId, linkHash, now).executeTakeFirst()) !== undefined;

/** Uses an invitation up: of two at once the second finds none. Returns whom it is for. */
export const useUp = async (
  tx: Tx,
  schoolId: string,
  linkHash: Buffer,
  now: Date,
): Promise<string | undefined> => {
  const found = await open(tx, schoolId, linkHash, now).forUpdate('invitation').executeTakeFirst();
  if (found === undefined) return undefined;
  await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('school_id', '=', schoolId)
    .where('link_hash', '=', linkHash)
    .execute();
  return found.staff_id;
};
