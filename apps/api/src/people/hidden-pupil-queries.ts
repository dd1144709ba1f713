import type { Tx } from '@samhold/db';

export const hiddenPupils = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('hidden_pupil')
    .select(['pupil_id', 'hidden_at'])
    .where('school_id', '=', schoolId)
    .orderBy('hidden_at')
    .orderBy('pupil_id')
    .execute();

export const isPupil = async (tx: Tx, schoolId: string, pupilId: string): Promise<boolean> =>
  (await tx
    .selectFrom('pupil')
    .select('pupil_id')
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .executeTakeFirst()) !== undefined;

export const insertHiddenPupil = (tx: Tx, schoolId: string, pupilId: string, by: string, at: Date) =>
  tx
    .insertInto('hidden_pupil')
    .values({ school_id: schoolId, pupil_id: pupilId, hidden_by: by, hidden_at: at })
    .execute();

/** False when the pupil was not hidden. */
export const deleteHiddenPupil = async (tx: Tx, schoolId: string, pupilId: string): Promise<boolean> =>
  (await tx
    .deleteFrom('hidden_pupil')
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .returning('pupil_id')
    .executeTakeFirst()) !== undefined;

/** Takes away the id of the source system; its hash stays, so that an import still finds the pupil. */
export const forgetExternalId = (tx: Tx, schoolId: string, pupilId: string) =>
  tx
    .updateTable('sealed_person')
    .set({ external_id: null })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', pupilId)
    .execute();

const listedOn = (tx: Tx, schoolId: string, day: string) =>
  tx
    .selectFrom('class_membership as m')
    .where('m.school_id', '=', schoolId)
    .where('m.from_on', '<=', day)
    .where((where) => where.or([where('m.to_on', 'is', null), where('m.to_on', '>', day)]));

export const classNamesOf = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, string>> => {
  if (pupilIds.length === 0) return new Map();
  const rows = await listedOn(tx, schoolId, day)
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'm.school_id').onRef('c.class_id', '=', 'm.class_id'),
    )
    .select(['m.pupil_id', 'c.name'])
    .where('m.pupil_id', 'in', pupilIds)
    .execute();
  return new Map(rows.map((row) => [row.pupil_id, row.name]));
};

/** Everyone else on the lists the pupil is on. */
export const classmatesOf = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  day: string,
): Promise<readonly string[]> => {
  const own = await listedOn(tx, schoolId, day)
    .select('m.class_id')
    .where('m.pupil_id', '=', pupilId)
    .execute();
  if (own.length === 0) return [];
  const rows = await listedOn(tx, schoolId, day)
    .select('m.pupil_id')
    .where(
      'm.class_id',
      'in',
      own.map((row) => row.class_id),
    )
    .where('m.pupil_id', '<>', pupilId)
    .execute();
  return rows.map((row) => row.pupil_id);
};
