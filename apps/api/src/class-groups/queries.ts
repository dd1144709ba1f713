import { randomUUID } from 'node:crypto';
import type { Tx } from '@samhold/db';

export const organisationNumber = async (tx: Tx, schoolId: string): Promise<string> =>
  (
    await tx
      .selectFrom('school')
      .select('organisation_number')
      .where('school_id', '=', schoolId)
      // Access is changed by one transaction at a time.
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
  ).organisation_number;

/** The classes of the school year a day is in, and when that year began. */
export const classesOfYear = (tx: Tx, schoolId: string, day: string) =>
  tx
    .selectFrom('class as c')
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'c.school_id').onRef('y.school_year_id', '=', 'c.school_year_id'),
    )
    .select(['c.class_id as classId', 'c.name', 'y.starts_on as startsOn'])
    .where('c.school_id', '=', schoolId)
    .where('y.starts_on', '<=', day)
    .where('y.ends_on', '>=', day)
    .execute();

/** Also those that have ended or were declined. */
export const teacherRelations = (tx: Tx, schoolId: string, staffId: string) =>
  tx
    .selectFrom('relation')
    .select(['relation_id', 'class_id', 'from_at', 'to_at', 'confirmed_at'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('kind', '=', 'contact_teacher')
    .execute();

export const propose = (
  tx: Tx,
  schoolId: string,
  relation: {
    readonly staffId: string;
    readonly classId: string;
    readonly fromAt: Date;
    readonly toAt: Date;
  },
) =>
  tx
    .insertInto('relation')
    .values({
      school_id: schoolId,
      relation_id: randomUUID(),
      staff_id: relation.staffId,
      kind: 'contact_teacher',
      class_id: relation.classId,
      from_at: relation.fromAt,
      to_at: relation.toAt,
    })
    .execute();

export const endAt = (tx: Tx, schoolId: string, relationId: string, toAt: Date) =>
  tx
    .updateTable('relation')
    .set({ to_at: toAt })
    .where('school_id', '=', schoolId)
    .where('relation_id', '=', relationId)
    .execute();

/** Takes the place of all that Feide said of somebody's classes before. */
export const replaceSeen = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  seen: readonly { readonly classId: string; readonly notAfter: Date }[],
  now: Date,
): Promise<void> => {
  await tx
    .deleteFrom('class_group')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();
  if (seen.length === 0) return;
  await tx
    .insertInto('class_group')
    .values(
      seen.map(({ classId, notAfter }) => ({
        school_id: schoolId,
        staff_id: staffId,
        class_id: classId,
        not_after: notAfter,
        seen_at: now,
      })),
    )
    .execute();
};

/** Who was named as teacher of which class, and when last. */
export const seenGroups = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('class_group')
    .select(['staff_id', 'class_id', 'seen_at'])
    .where('school_id', '=', schoolId)
    .execute();
