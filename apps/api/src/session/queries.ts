import type { RelationKind } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { Relation, StaffActor } from '../access/actor.ts';
import { heldAt } from '../access/held-at.ts';
import { cameFrom } from './came-from.ts';

export const schoolsOfSubject = async (tx: Tx, subjectHash: Buffer): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('sign_in_lookup')
      .select('school_id')
      .where('subject_hash', '=', subjectHash)
      .execute()
  ).map((row) => row.school_id);

/** Whom an identity is bound to at a school, whether or not that person still works there. */
export const holderOfSubject = async (
  tx: Tx,
  schoolId: string,
  subjectHash: Buffer,
): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('staff_identity')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('subject_hash', '=', subjectHash)
      .executeTakeFirst()
  )?.staff_id;

/** The active staff member behind an identity, with the school's name. */
export const memberOfSubject = (tx: Tx, schoolId: string, subjectHash: Buffer) =>
  tx
    .selectFrom('staff_identity as i')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'i.school_id').onRef('m.staff_id', '=', 'i.staff_id'),
    )
    .innerJoin('school as s', 's.school_id', 'i.school_id')
    .select(['i.staff_id as staffId', 'i.last_used_at as lastUsedAt', 's.name as name'])
    .where('i.school_id', '=', schoolId)
    .where('i.subject_hash', '=', subjectHash)
    .where('m.active', '=', true)
    .executeTakeFirst();

export const noteUse = (tx: Tx, schoolId: string, subjectHash: Buffer, now: Date) =>
  tx
    .updateTable('staff_identity')
    .set({ last_used_at: now })
    .where('school_id', '=', schoolId)
    .where('subject_hash', '=', subjectHash)
    .execute();

/** A session nobody has used since then is over. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - 2 * 3_600_000);

/** Those an identity leads to who work at the school in scope and are the owner's there at this moment. */
const ownersBySubject = (tx: Tx, schoolId: string, subjectHash: Buffer, now: Date) =>
  tx
    .selectFrom('staff_identity as i')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'i.school_id').onRef('m.staff_id', '=', 'i.staff_id'),
    )
    .innerJoin('relation as r', (join) =>
      join.onRef('r.school_id', '=', 'i.school_id').onRef('r.staff_id', '=', 'i.staff_id'),
    )
    .select('i.staff_id')
    .where('i.school_id', '=', schoolId)
    .where('i.subject_hash', '=', subjectHash)
    .where('m.active', '=', true)
    .where('r.kind', '=', 'owner')
    .where(heldAt(now));

/** The same as a condition: there is one. */
export const isOwnerBySubject = (tx: Tx, schoolId: string, subjectHash: Buffer, now: Date) =>
  sql<boolean>`exists (${ownersBySubject(tx, schoolId, subjectHash, now)})`;

/** What holds at this moment. */
export const relationsNow = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  now: Date,
): Promise<readonly Relation[]> => {
  const relations = await tx
    .selectFrom('relation as r')
    .select(['kind', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where(heldAt(now))
    .orderBy('kind')
    .execute();
  const leads = relations.some(({ kind }) => kind === 'leadership');
  return (
    relations
      // A principal who leads no more is none.
      .filter(({ kind }) => kind !== 'principal' || leads)
      // The column's check constraint allows exactly these kinds.
      .map((row) => ({ kind: row.kind as RelationKind, classId: row.class_id }))
  );
};

/** The staff member behind a session that has not run out, with the relations that hold now. */
export const staffOfSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
  now: Date,
  userAgent = '',
): Promise<StaffActor | undefined> => {
  const session = await tx
    .selectFrom('staff_session')
    .innerJoin('staff_member', (join) =>
      join
        .onRef('staff_member.school_id', '=', 'staff_session.school_id')
        .onRef('staff_member.staff_id', '=', 'staff_session.staff_id'),
    )
    .leftJoin('school_closing', 'school_closing.school_id', 'staff_session.school_id')
    .select(['staff_session.staff_id', 'last_seen_at', 'trained_on', 'proved_at', 'browser'])
    .select(['subject_hash', 'realm'])
    .select('school_closing.delete_from')
    .where('staff_session.school_id', '=', schoolId)
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .where('active', '=', true)
    .executeTakeFirst();
  if (session === undefined) return undefined;
  const isNew = session.browser === null;
  if (isNew || now.getTime() - session.last_seen_at.getTime() > 60_000) {
    await tx
      .updateTable('staff_session')
      .set({ last_seen_at: now, ...(isNew ? cameFrom(userAgent) : {}) })
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  const relations = await relationsNow(tx, schoolId, session.staff_id, now);
  const closing = session.delete_from;
  if (closing !== null && !relations.some(({ kind }) => kind === 'leadership')) return undefined;
  return {
    schoolId,
    staffId: session.staff_id,
    trained: session.trained_on !== null,
    ...(session.proved_at === null ? {} : { provedAt: session.proved_at }),
    ...(session.subject_hash === null
      ? {}
      : { signedInBy: { subjectHash: session.subject_hash, realm: session.realm } }),
    ...(closing === null ? {} : { closing: String(closing) }),
    relations,
  };
};

export type NewStaffSession = {
  readonly staffId: string;
  readonly tokenHash: Buffer;
  readonly now: Date;
  readonly endsAt: Date;
  readonly provedAt: Date | null;
  readonly signOut: Buffer | null;
  readonly realm: string | null;
  readonly subjectHash: Buffer | null;
};

export const insertStaffSession = (tx: Tx, schoolId: string, session: NewStaffSession) =>
  tx
    .insertInto('staff_session')
    .values({
      school_id: schoolId,
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      started_at: session.now,
      last_seen_at: session.now,
      ends_at: session.endsAt,
      proved_at: session.provedAt,
      sign_out: session.signOut,
      realm: session.realm,
      subject_hash: session.subjectHash,
    })
    .execute();

/** What was kept for signing out at the provider; undefined for a session that is gone already. */
export const deleteStaffSession = async (
  tx: Tx,
  schoolId: string,
  tokenHash: Buffer,
): Promise<Buffer | null | undefined> =>
  (
    await tx
      .deleteFrom('staff_session')
      .where('school_id', '=', schoolId)
      .where('token_hash', '=', tokenHash)
      .returning('sign_out')
      .executeTakeFirst()
  )?.sign_out;

export const deleteSessionsOf = (tx: Tx, schoolId: string, staffId: string) =>
  tx.deleteFrom('staff_session').where('school_id', '=', schoolId).where('staff_id', '=', staffId).execute();

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
