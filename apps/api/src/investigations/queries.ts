import type { Tx } from '@samhold/db';

export type InvestigationRow = NonNullable<Awaited<ReturnType<typeof investigationById>>>;

const rows = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('investigation as i')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'i.school_id').onRef('c.class_id', '=', 'i.class_id'),
    )
    .selectAll('i')
    .select(['c.name as class_name', 'c.school_year_id'])
    .where('i.school_id', '=', schoolId);

export const investigationById = (tx: Tx, schoolId: string, investigationId: string) =>
  rows(tx, schoolId).where('i.investigation_id', '=', investigationId).executeTakeFirst();

/** Newest first. */
export const investigationsOfCase = (tx: Tx, schoolId: string, caseId: string) =>
  rows(tx, schoolId).where('i.case_id', '=', caseId).orderBy('i.asked_at', 'desc').execute();

/** That have ended, with this pupil on their list, oldest first. */
export const endedAbout = (tx: Tx, schoolId: string, pupilId: string) =>
  rows(tx, schoolId)
    .innerJoin('investigation_pupil as p', (join) =>
      join.onRef('p.school_id', '=', 'i.school_id').onRef('p.investigation_id', '=', 'i.investigation_id'),
    )
    .where('p.pupil_id', '=', pupilId)
    .where('i.state', '=', 'ended')
    .orderBy('i.asked_at')
    .execute();

/** Waits for answers being stored, and keeps new ones out until the transaction ends. */
export const lockInvestigation = (tx: Tx, schoolId: string, investigationId: string) =>
  tx
    .selectFrom('investigation')
    .select(['case_id', 'state', 'code_hash'])
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .forUpdate()
    .executeTakeFirst();

export const updateInvestigation = (tx: Tx, schoolId: string, investigationId: string) =>
  tx
    .updateTable('investigation')
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId);

export const pupilsOf = (tx: Tx, schoolId: string, investigationId: string) =>
  tx
    .selectFrom('investigation_pupil')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .orderBy('pupil_id')
    .execute();

/** Staff ids of those who may read it now. */
export const readersOf = async (
  tx: Tx,
  schoolId: string,
  investigationId: string,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('investigation_reader')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('investigation_id', '=', investigationId)
      .where('to_at', 'is', null)
      .orderBy('staff_id')
      .execute()
  ).map((row) => row.staff_id);

/** Staff ids of those who may read it, or might once. */
export const everyReaderOf = async (
  tx: Tx,
  schoolId: string,
  investigationId: string,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('investigation_reader')
      .select('staff_id')
      .distinct()
      .where('school_id', '=', schoolId)
      .where('investigation_id', '=', investigationId)
      .orderBy('staff_id')
      .execute()
  ).map((row) => row.staff_id);

export const addReaders = async (
  tx: Tx,
  schoolId: string,
  investigationId: string,
  staffIds: readonly string[],
  addedBy: string,
  now: Date,
): Promise<void> => {
  if (staffIds.length === 0) return;
  await tx
    .insertInto('investigation_reader')
    .values(
      staffIds.map((staffId) => ({
        ...{ school_id: schoolId, investigation_id: investigationId, staff_id: staffId },
        ...{ added_by: addedBy, from_at: now },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'investigation_id', 'staff_id', 'from_at']).doUpdateSet({ to_at: null }),
    )
    .execute();
};

export const endReaders = async (
  tx: Tx,
  schoolId: string,
  investigationId: string,
  staffIds: readonly string[],
  now: Date,
): Promise<void> => {
  if (staffIds.length === 0) return;
  await tx
    .updateTable('investigation_reader')
    .set({ to_at: now })
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .where('staff_id', 'in', staffIds)
    .where('to_at', 'is', null)
    .execute();
};

export const answersOf = (tx: Tx, schoolId: string, investigationId: string) =>
  tx
    .selectFrom('investigation_answer')
    .select(['pupil_id', 'item_id', 'content'])
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .execute();

export const repliesOf = (tx: Tx, schoolId: string, investigationId: string) =>
  tx
    .selectFrom('investigation_reply')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('investigation_id', '=', investigationId)
    .orderBy('recorded_at')
    .orderBy('reply_id')
    .execute();
