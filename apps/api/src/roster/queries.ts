import { sql, type Tx } from '@samhold/db';

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

/**
 * Who is in which of these classes on a day. By their ids and without a join: right after a large import the database knows
 * too little of the rows to plan one well.
 */
export const membershipsOn = (tx: Tx, schoolId: string, classIds: readonly string[], day: string) =>
  tx
    .selectFrom('class_membership')
    .select(['pupil_id', 'class_id', 'grade'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', sql<string>`any(${classIds}::uuid[])`)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', day)]))
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

/** The class the pupil is in on a day. */
export const classOfPupil = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  day: string,
): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('class_membership')
      .select('class_id')
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .where('from_on', '<=', day)
      .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', day)]))
      .orderBy('from_on', 'desc')
      .executeTakeFirst()
  )?.class_id;
