import type { Tx } from '@samhold/db';
import type { CaseEntryKind, CaseStage, PupilPart } from '@samhold/contract';

type Of = { readonly schoolId: string; readonly caseId: string };
type By = { readonly staffId: string; readonly now: Date };

export const insertCase = async (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly case_id: string;
    readonly reference: string;
    readonly kind: string;
    readonly class_id: string | null;
    readonly stage: CaseStage;
    readonly serious: boolean;
    readonly title: Buffer;
    readonly known_on: string;
    readonly opened_by: string;
    readonly opened_at: Date;
    readonly split_from: string | null;
  },
): Promise<boolean> =>
  (
    await tx
      .insertInto('school_case')
      .values(row)
      .onConflict((conflict) => conflict.columns(['school_id', 'case_id']).doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows === 1n;

export const updateCase = (
  tx: Tx,
  { schoolId, caseId }: Of,
  changes: {
    readonly stage?: CaseStage;
    readonly revision?: number;
    readonly serious?: boolean;
    readonly evaluate_on?: string | null;
    readonly merged_into?: string | null;
    readonly closed_at?: Date | null;
  },
) =>
  tx
    .updateTable('school_case')
    .set(changes)
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .execute();

/** What had been merged into one case reads on where that one does. */
export const repointMerged = (tx: Tx, { schoolId, caseId }: Of, into: string) =>
  tx
    .updateTable('school_case')
    .set({ merged_into: into })
    .where('school_id', '=', schoolId)
    .where('merged_into', '=', caseId)
    .execute();

/** In again when the pupil had been taken out. */
export const putPupil = (tx: Tx, { schoolId, caseId }: Of, pupilId: string, part: PupilPart, by: By) =>
  tx
    .insertInto('case_pupil')
    .values({
      ...{ school_id: schoolId, case_id: caseId, pupil_id: pupilId, part },
      ...{ added_by: by.staffId, added_at: by.now },
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'case_id', 'pupil_id']).doUpdateSet({ part, removed_at: null }),
    )
    .execute();

export const removePupil = (tx: Tx, { schoolId, caseId }: Of, pupilId: string, at: Date) =>
  tx
    .updateTable('case_pupil')
    .set({ removed_at: at })
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('pupil_id', '=', pupilId)
    .execute();

export const putStaff = (
  tx: Tx,
  { schoolId, caseId }: Of,
  staffId: string,
  part: 'responsible' | 'participant' | 'accused',
  by: By,
) =>
  tx
    .insertInto('case_staff')
    .values({
      ...{ school_id: schoolId, case_id: caseId, staff_id: staffId, part },
      ...{ added_by: by.staffId, from_at: by.now },
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'case_id', 'staff_id', 'from_at']).doUpdateSet({ part, to_at: null }),
    )
    .execute();

export const endStaff = (tx: Tx, { schoolId, caseId }: Of, staffId: string, at: Date) =>
  tx
    .updateTable('case_staff')
    .set({ to_at: at })
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('staff_id', '=', staffId)
    .where('part', '<>', 'accused')
    .where('to_at', 'is', null)
    .execute();

export const insertSources = async (
  tx: Tx,
  { schoolId, caseId }: Of,
  sources: readonly { readonly kind: string; readonly sourceId: string }[],
): Promise<void> => {
  if (sources.length === 0) return;
  await tx
    .insertInto('case_source')
    .values(
      sources.map(({ kind, sourceId }) => ({
        ...{ school_id: schoolId, case_id: caseId, kind, source_id: sourceId },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const insertEntry = (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly case_id: string;
    readonly number: number;
    readonly entry_id: string;
    readonly kind: CaseEntryKind;
    readonly pupil_id: string | null;
    readonly occurred_on: string;
    readonly content: Buffer;
    readonly corrects: number | null;
    readonly recorded_by: string;
    readonly recorded_at: Date;
    readonly hash: Buffer;
  },
) => tx.insertInto('case_entry').values(row).execute();
