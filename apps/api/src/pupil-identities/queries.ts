import type { Tx } from '@samhold/db';

export const schoolOfIdentity = async (tx: Tx, subjectHash: Buffer): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('pupil_identity_lookup')
      .select('school_id')
      .where('subject_hash', '=', subjectHash)
      .executeTakeFirst()
  )?.school_id;

export const identityHere = (tx: Tx, schoolId: string, subjectHash: Buffer) =>
  tx
    .selectFrom('pupil_identity')
    .select(['pupil_id', 'signed_in_at'])
    .where('school_id', '=', schoolId)
    .where('subject_hash', '=', subjectHash)
    .executeTakeFirst();

/** Bound identities by pupil; not one that has been bound at another school since. */
export const identitiesOf = (tx: Tx, schoolId: string, pupilIds: readonly string[]) =>
  pupilIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('pupil_identity as i')
        .innerJoin('pupil_identity_lookup as l', (join) =>
          join.onRef('l.subject_hash', '=', 'i.subject_hash').onRef('l.school_id', '=', 'i.school_id'),
        )
        .select(['i.pupil_id', 'i.signed_in_at'])
        .where('i.school_id', '=', schoolId)
        .where('i.pupil_id', 'in', pupilIds)
        .execute();

/** Removes what these pupils are bound to, but for the identity to keep. */
export const deleteIdentities = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
  kept?: Buffer,
): Promise<void> => {
  if (pupilIds.length === 0) return;
  const gone = await tx
    .deleteFrom('pupil_identity')
    .where('school_id', '=', schoolId)
    .where('pupil_id', 'in', pupilIds)
    .$if(kept !== undefined, (query) => query.where('subject_hash', '!=', kept ?? Buffer.of()))
    .returning('subject_hash')
    .execute();
  if (gone.length === 0) return;
  await tx
    .deleteFrom('pupil_identity_lookup')
    .where(
      'subject_hash',
      'in',
      gone.map((row) => row.subject_hash),
    )
    .where('school_id', '=', schoolId)
    .execute();
};

/** Whoever it was bound to before by an earlier sign-in loses it. */
export const upsertIdentity = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  subjectHash: Buffer,
  signedInAt: Date,
): Promise<void> => {
  await tx
    .insertInto('pupil_identity')
    .values({ school_id: schoolId, pupil_id: pupilId, subject_hash: subjectHash, signed_in_at: signedInAt })
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'subject_hash'])
        .doUpdateSet({ pupil_id: pupilId, signed_in_at: signedInAt })
        .where('pupil_identity.signed_in_at', '<', signedInAt),
    )
    .execute();
  await tx
    .insertInto('pupil_identity_lookup')
    .values({ subject_hash: subjectHash, school_id: schoolId })
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ school_id: schoolId }))
    .execute();
};
