import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LoggedAction } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from './actor.ts';

export type Opening = {
  readonly action: LoggedAction;
  readonly subjectKind:
    | 'class'
    | 'sitting'
    | 'pupil'
    | 'signal'
    | 'staff'
    | 'school'
    | 'grade opening'
    | 'release'
    | 'meeting'
    | 'case'
    | 'incident'
    | 'investigation';
  readonly subjectId: string;
  readonly purpose: string;
};

const GENESIS = Buffer.alloc(32);

/** The link of one entry: SHA-256 over the link before it and the entry as canonical JSON. */
export const accessLogHash = (previous: Buffer, entry: object): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(canonicalize(entry) ?? '')
    .digest();

/** Adds one opening of named data, or one change of access, to the school's chain, in the same transaction: none without its entry. */
export const logOpening = async (
  tx: Tx,
  actor: Omit<StaffActor, 'trained'>,
  at: Date,
  opening: Opening,
): Promise<void> => {
  const { schoolId, staffId } = actor;
  await tx
    .insertInto('access_log_head')
    .values({ school_id: schoolId, sequence: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.column('school_id').doNothing())
    .execute();
  const head = await tx
    .selectFrom('access_log_head')
    .select(['sequence', 'hash'])
    .where('school_id', '=', schoolId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const entry = {
    sequence: Number(head.sequence) + 1,
    at: at.toISOString(),
    staff_id: staffId,
    role: actor.relations.map((relation) => relation.kind).join(','),
    action: opening.action,
    subject_kind: opening.subjectKind,
    subject_id: opening.subjectId,
    purpose: opening.purpose,
  };
  const hash = accessLogHash(head.hash, entry);
  await tx
    .insertInto('access_log')
    .values({ school_id: schoolId, ...entry, hash })
    .execute();
  await tx
    .updateTable('access_log_head')
    .set({ sequence: entry.sequence, hash })
    .where('school_id', '=', schoolId)
    .execute();
};
