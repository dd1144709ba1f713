import { sql, type TableName } from '@samhold/db';
import { heldPupils } from '../retention/due.ts';
import { closingOf } from './closing.ts';
import { countRows } from './delete-school.ts';
import { ClosingRefused, type OperatorDeps } from './operator.ts';

export type ClosingPlan = {
  readonly name: string;
  readonly owner: string;
  /** The first day it may be deleted, and whether it is handed over; nothing while the school is open. */
  readonly closing: { readonly deleteFrom: string; readonly handedOver: string | null } | undefined;
  /** Pupils whose records are held or restricted: until that ends nothing is deleted. */
  readonly held: number;
  /** Cases that are not over. They are handed over as they stand. */
  readonly openCases: number;
  readonly rows: Readonly<Record<string, number>>;
};

/** Where a school stands, and what would go. Changes nothing. Throws ClosingRefused. */
export const planClosing = (
  { db }: OperatorDeps,
  schoolId: string,
  tables: readonly TableName[],
): Promise<ClosingPlan> =>
  db.inScope({ schoolId }, async (tx) => {
    const school = await tx
      .selectFrom('school as s')
      .innerJoin('school_owner as o', 'o.owner_id', 's.owner_id')
      .select(['s.name', 'o.name as owner'])
      .where('s.school_id', '=', schoolId)
      .executeTakeFirst();
    if (school === undefined) throw new ClosingRefused('school_unknown');
    const closing = await closingOf(tx, schoolId);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from school_case
       where school_id = ${schoolId} and stage not in ('closed', 'merged')`.execute(tx);
    return {
      ...school,
      closing: closing && {
        deleteFrom: String(closing.delete_from),
        handedOver: closing.exported_at?.toISOString() ?? null,
      },
      held: (await heldPupils(tx, schoolId)).length,
      openCases: rows[0]?.n ?? 0,
      rows: await countRows(tx, schoolId, tables),
    };
  });
