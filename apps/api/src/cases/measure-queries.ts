import type { Tx } from '@samhold/db';

export const runningMeasures = (tx: Tx, schoolId: string, caseId: string) =>
  tx
    .selectFrom('case_measure')
    .select(['measure_id', 'responsible_id'])
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('ended_on', 'is', null)
    .execute();

/** False when a measure of this id is another case's. */
export const putMeasure = async (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly measure_id: string;
    readonly case_id: string;
    readonly plan_entry: number;
    readonly level: string;
    readonly class_id: string | null;
    readonly what: Buffer;
    readonly responsible_id: string;
    readonly from_on: string;
    readonly to_on: string;
  },
): Promise<boolean> => {
  const { plan_entry, level, class_id, what, responsible_id, from_on, to_on } = row;
  const result = await tx
    .insertInto('case_measure')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'measure_id'])
        .doUpdateSet({ plan_entry, level, class_id, what, responsible_id, from_on, to_on, ended_on: null })
        .where('case_measure.case_id', '=', row.case_id),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

/** All that run when no ids are given. */
export const endMeasures = async (
  tx: Tx,
  schoolId: string,
  caseId: string,
  day: string,
  which: { readonly only?: readonly string[]; readonly except?: readonly string[] },
): Promise<void> => {
  if (which.only?.length === 0) return;
  let query = tx
    .updateTable('case_measure')
    .set({ ended_on: day })
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('ended_on', 'is', null);
  if (which.only !== undefined) query = query.where('measure_id', 'in', which.only);
  if (which.except !== undefined && which.except.length > 0)
    query = query.where('measure_id', 'not in', which.except);
  await query.execute();
};
