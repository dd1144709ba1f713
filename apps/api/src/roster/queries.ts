import type { Tx } from '@samhold/db';

export type Membership = { readonly classId: string; readonly grade: number; readonly fromOn: string };

export const yearOf = async (tx: Tx, schoolId: string, day: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('school_year')
      .select('school_year_id')
      .where('school_id', '=', schoolId)
      .where('starts_on', '<=', day)
      .where('ends_on', '>=', day)
      .executeTakeFirst()
  )?.school_year_id;

export const classesOf = async (tx: Tx, schoolId: string, yearId: string): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('class')
    .select(['name', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .execute();
  return new Map(rows.map((row) => [row.name, row.class_id]));
};

export const pupilByExternalId = async (
  tx: Tx,
  schoolId: string,
  hash: Buffer,
): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('sealed_person')
      .select('person_id')
      .where('school_id', '=', schoolId)
      .where('kind', '=', 'pupil')
      .where('external_id_hash', '=', hash)
      .executeTakeFirst()
  )?.person_id;

/** Who is in which class of the year on a day, by pupil. */
export const membershipsOf = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  day: string,
): Promise<ReadonlyMap<string, Membership>> => {
  const rows = await tx
    .selectFrom('class_membership as m')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'm.school_id').onRef('c.class_id', '=', 'm.class_id'),
    )
    .select(['m.pupil_id', 'm.class_id', 'm.grade', 'm.from_on'])
    .where('m.school_id', '=', schoolId)
    .where('c.school_year_id', '=', yearId)
    .where('m.from_on', '<=', day)
    .where((where) => where.or([where('m.to_on', 'is', null), where('m.to_on', '>', day)]))
    .execute();
  return new Map(
    rows.map((row) => [
      row.pupil_id,
      { classId: row.class_id, grade: row.grade, fromOn: String(row.from_on) },
    ]),
  );
};

/** The pupil is no longer in the class from `day` on. */
export const endMembership = (tx: Tx, schoolId: string, pupilId: string, member: Membership, day: string) =>
  tx
    .updateTable('class_membership')
    .set({ to_on: day })
    .where('school_id', '=', schoolId)
    .where('class_id', '=', member.classId)
    .where('pupil_id', '=', pupilId)
    .where('to_on', 'is', null)
    .execute();

export const insertMembership = (
  tx: Tx,
  schoolId: string,
  classId: string,
  pupilId: string,
  grade: number,
  day: string,
) =>
  tx
    .insertInto('class_membership')
    .values({ school_id: schoolId, class_id: classId, pupil_id: pupilId, grade, from_on: day })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'class_id', 'pupil_id', 'from_on']).doUpdateSet({ grade, to_on: null }),
    )
    .execute();

export type ListedPupil = { readonly pupilId: string; readonly grade: number };

export const pupilsOfClass = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  day: string,
): Promise<readonly ListedPupil[]> =>
  await tx
    .selectFrom('class_membership')
    .select(['pupil_id as pupilId', 'grade'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', day)]))
    .orderBy('pupil_id')
    .execute();

export const classById = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('class')
    .select(['class_id', 'name', 'school_year_id'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .executeTakeFirst();

export const pictureCodesOf = (tx: Tx, schoolId: string, pupilIds: readonly string[]) =>
  pupilIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('pupil')
        .select(['pupil_id', 'picture_code'])
        .where('school_id', '=', schoolId)
        .where('pupil_id', 'in', pupilIds)
        .execute();
