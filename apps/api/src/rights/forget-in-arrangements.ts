import type { Tx } from '@samhold/db';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const speaksOf = (value: Json, pupilId: string): boolean =>
  value === pupilId ||
  (Array.isArray(value) && value.includes(pupilId)) ||
  (typeof value === 'object' && value !== null && 'pupilId' in value && value.pupilId === pupilId);

/** What a teacher asked for without one pupil: out of lists, and pairs and places of the pupil with it. */
export const withoutPupil = (value: Json, pupilId: string): Json => {
  if (Array.isArray(value))
    return value
      .filter((one: Json) => !speaksOf(one, pupilId))
      .map((one: Json) => withoutPupil(one, pupilId));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutPupil(one, pupilId)]));
  return value;
};

/** Takes a pupil out of what was asked for when groups and seats of the pupil's classes were made. */
export const forgetInArrangements = async (tx: Tx, schoolId: string, pupilId: string): Promise<void> => {
  const rows = await tx
    .selectFrom('arrangement')
    .select(['arrangement_id', 'asked'])
    .where('school_id', '=', schoolId)
    .where('class_id', 'in', (from) =>
      from
        .selectFrom('class_membership')
        .select('class_id')
        .where('school_id', '=', schoolId)
        .where('pupil_id', '=', pupilId),
    )
    .execute();
  for (const row of rows) {
    // A JSON column holds JSON.
    const asked = JSON.stringify(withoutPupil(row.asked as Json, pupilId));
    if (asked === JSON.stringify(row.asked)) continue;
    await tx
      .updateTable('arrangement')
      .set({ asked })
      .where('school_id', '=', schoolId)
      .where('arrangement_id', '=', row.arrangement_id)
      .execute();
  }
};
