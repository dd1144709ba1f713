import type { Tx } from '@samhold/db';

export const schoolById = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select(['name', 'organisation_number'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();

export const draftsOffered = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('school')
      .select('offered_drafts')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow()
  ).offered_drafts;

export const setDraftsOffered = (tx: Tx, schoolId: string, languages: readonly string[]) =>
  tx
    .updateTable('school')
    .set({ offered_drafts: [...languages] })
    .where('school_id', '=', schoolId)
    .execute();

/** Null: all that the school offers. Undefined when there is no such class. */
export const languagesOfClass = async (
  tx: Tx,
  schoolId: string,
  classId: string,
): Promise<readonly string[] | null | undefined> =>
  (
    await tx
      .selectFrom('class')
      .select('pupil_languages')
      .where('school_id', '=', schoolId)
      .where('class_id', '=', classId)
      .executeTakeFirst()
  )?.pupil_languages;

export const setLanguagesOfClass = (
  tx: Tx,
  schoolId: string,
  classId: string,
  languages: readonly string[] | null,
) =>
  tx
    .updateTable('class')
    .set({ pupil_languages: languages === null ? null : [...languages] })
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .execute();

export const updateSchool = (tx: Tx, schoolId: string, name: string, organisationNumber: string) =>
  tx
    .updateTable('school')
    .set({ name, organisation_number: organisationNumber })
    .where('school_id', '=', schoolId)
    .execute();
