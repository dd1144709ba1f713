import type { RelationKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';

export const schoolsOfSubject = async (tx: Tx, subjectHash: Buffer): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('sign_in_lookup')
      .select('school_id')
      .where('subject_hash', '=', subjectHash)
      .execute()
  ).map((row) => row.school_id);

export const staffOfSubject = async (
  tx: Tx,
  schoolId: string,
  subjectHash: Buffer,
): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('staff_identity')
    .innerJoin('staff_member', (join) =>
      join
        .onRef('staff_member.school_id', '=', 'staff_identity.school_id')
        .onRef('staff_member.staff_id', '=', 'staff_identity.staff_id'),
    )
    .select('staff_identity.staff_id')
    .where('staff_identity.school_id', '=', schoolId)
    .where('subject_hash', '=', subjectHash)
    .where('active', '=', true)
    .executeTakeFirst();
  return row?.staff_id;
};

/** The staff member behind a session that has not run out, with the relations that hold now. */
export const staffOfSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<StaffActor | undefined> => {
  const session = await tx
    .selectFrom('staff_session')
    .innerJoin('staff_member', (join) =>
      join
        .onRef('staff_member.school_id', '=', 'staff_session.school_id')
        .onRef('staff_member.staff_id', '=', 'staff_session.staff_id'),
    )
    .select(['staff_session.staff_id', 'last_seen_at', 'trained_on'])
    .where('staff_session.school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - 2 * 3_600_000))
    .where('active', '=', true)
    .executeTakeFirst();
  if (session === undefined) return undefined;
  if (now.getTime() - session.last_seen_at.getTime() > 60_000) {
    await tx
      .updateTable('staff_session')
      .set({ last_seen_at: now })
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  const relations = await tx
    .selectFrom('relation')
    .select(['kind', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', session.staff_id)
    .where('confirmed_at', 'is not', null)
    .where('from_at', '<=', now)
    .where((where) => where.or([where('to_at', 'is', null), where('to_at', '>', now)]))
    .orderBy('kind')
    .execute();
  return {
    schoolId,
    staffId: session.staff_id,
    trained: session.trained_on !== null,
    // The column's check constraint allows exactly these kinds.
    relations: relations.map((row) => ({ kind: row.kind as RelationKind, classId: row.class_id })),
  };
};

export const insertStaffSession = (tx: Tx, schoolId: string, staffId: string, tokenHash: Buffer, now: Date) =>
  tx
    .insertInto('staff_session')
    .values({
      school_id: schoolId,
      token_hash: tokenHash,
      staff_id: staffId,
      started_at: now,
      last_seen_at: now,
      ends_at: new Date(now.getTime() + 10 * 3_600_000),
    })
    .execute();

export const deleteStaffSession = (tx: Tx, schoolId: string, tokenHash: Buffer) =>
  tx
    .deleteFrom('staff_session')
    .where('school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .execute();

export const schoolAndClassNames = async (tx: Tx, schoolId: string) => {
  const school = await tx
    .selectFrom('school')
    .select(['name', 'demo'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const classes = await tx
    .selectFrom('class')
    .select(['class_id', 'name'])
    .where('school_id', '=', schoolId)
    .execute();
  return { school, classNames: new Map(classes.map((row) => [row.class_id, row.name])) };
};
