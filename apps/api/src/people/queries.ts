import { randomUUID } from 'node:crypto';
import type { RelationKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';

/** Lets one transaction at a time change who may what. */
export const lockAccess = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select('school_id')
    .where('school_id', '=', schoolId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();

export const staffMembers = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('staff_member')
    .select(['staff_id', 'active', 'trained_on'])
    .where('school_id', '=', schoolId)
    .execute();

export const staffMember = (tx: Tx, schoolId: string, staffId: string) =>
  tx
    .selectFrom('staff_member')
    .select(['staff_id', 'active'])
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();

export const whoSignsIn = async (tx: Tx, schoolId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx
        .selectFrom('staff_identity')
        .select('staff_id')
        .where('school_id', '=', schoolId)
        .distinct()
        .execute()
    ).map((row) => row.staff_id),
  );

export const setActive = (tx: Tx, schoolId: string, staffId: string, active: boolean) =>
  tx
    .updateTable('staff_member')
    .set({ active })
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

export const setTrained = (tx: Tx, schoolId: string, staffIds: readonly string[], day: string, by: string) =>
  tx
    .updateTable('staff_member')
    .set({ trained_on: day, training_confirmed_by: by })
    .where('school_id', '=', schoolId)
    .where('staff_id', 'in', staffIds)
    .execute();

export type StoredRelation = {
  readonly relationId: string;
  readonly staffId: string;
  readonly kind: RelationKind;
  readonly classId: string | null;
  readonly className: string | null;
  readonly fromAt: Date;
  readonly toAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly proposedBy: string | null;
};

/** Of the whole school or of one staff member, the one that began first first. */
export const relations = async (
  tx: Tx,
  schoolId: string,
  staffId?: string,
): Promise<readonly StoredRelation[]> => {
  let query = tx
    .selectFrom('relation as r')
    .leftJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'r.school_id').onRef('c.class_id', '=', 'r.class_id'),
    )
    .selectAll('r')
    .select('c.name as class_name')
    .where('r.school_id', '=', schoolId);
  if (staffId !== undefined) query = query.where('r.staff_id', '=', staffId);
  const rows = await query.orderBy('r.from_at').orderBy('r.relation_id').execute();
  return rows.map((row) => ({
    relationId: row.relation_id,
    staffId: row.staff_id,
    // The column's check constraint allows exactly these kinds.
    kind: row.kind as RelationKind,
    classId: row.class_id,
    className: row.class_name,
    fromAt: row.from_at,
    toAt: row.to_at,
    confirmedAt: row.confirmed_at,
    proposedBy: row.proposed_by,
  }));
};

export type NewRelation = {
  readonly staffId: string;
  readonly kind: RelationKind;
  readonly classId: string | null;
  readonly fromAt: Date;
  readonly toAt: Date | null;
  readonly proposedBy: string;
  /** Null for a proposal. */
  readonly confirmed: { readonly by: string; readonly at: Date } | null;
};

export const insertRelation = (tx: Tx, schoolId: string, relation: NewRelation) =>
  tx
    .insertInto('relation')
    .values({
      school_id: schoolId,
      relation_id: randomUUID(),
      staff_id: relation.staffId,
      kind: relation.kind,
      class_id: relation.classId,
      from_at: relation.fromAt,
      to_at: relation.toAt,
      proposed_by: relation.proposedBy,
      confirmed_by: relation.confirmed?.by ?? null,
      confirmed_at: relation.confirmed?.at ?? null,
    })
    .execute();

export const confirmRelation = (tx: Tx, schoolId: string, relationId: string, by: string, at: Date) =>
  tx
    .updateTable('relation')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('school_id', '=', schoolId)
    .where('relation_id', '=', relationId)
    .execute();

export const endRelation = (tx: Tx, schoolId: string, relationId: string, at: Date) =>
  tx
    .updateTable('relation')
    .set({ to_at: at })
    .where('school_id', '=', schoolId)
    .where('relation_id', '=', relationId)
    .execute();

/** Classes of the years that have not ended, by year and name. */
export const classesAhead = (tx: Tx, schoolId: string, today: string) =>
  tx
    .selectFrom('class as c')
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'c.school_id').onRef('y.school_year_id', '=', 'c.school_year_id'),
    )
    .select(['c.class_id as classId', 'c.name', 'y.label as schoolYear'])
    .where('c.school_id', '=', schoolId)
    .where('y.ends_on', '>=', today)
    .orderBy('y.starts_on')
    .orderBy('c.name')
    .execute();
