import type { Tx } from '@samhold/db';

/** Pupils whose records are kept and shown to nobody while it lasts (GDPR article 18). */
export const restrictedPupils = async (tx: Tx, schoolId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('pupil_hold')
    .select('pupil_id')
    .where('school_id', '=', schoolId)
    .where('kind', '=', 'restricted')
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.pupil_id));
};
