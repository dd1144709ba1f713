import type { CaseDocumentKind, CaseRecipient } from '@samhold/contract';
import type { Tx } from '@samhold/db';

type Of = { readonly schoolId: string; readonly caseId: string };

export const documentsOf = (tx: Tx, { schoolId, caseId }: Of) =>
  tx
    .selectFrom('case_document')
    .select([
      'document_id',
      'kind',
      'pupil_id',
      'up_to_entry',
      'made_by',
      'made_at',
      'finished_at',
      'revision',
    ])
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .orderBy('document_id')
    .execute();

export const documentById = (tx: Tx, { schoolId, caseId }: Of, documentId: string) =>
  tx
    .selectFrom('case_document')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .forUpdate()
    .executeTakeFirst();

/** False when there is a document of this id already. */
export const insertDocument = async (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly document_id: string;
    readonly case_id: string;
    readonly kind: CaseDocumentKind;
    readonly pupil_id: string;
    readonly up_to_entry: number;
    readonly review: Buffer;
    readonly made_by: string;
    readonly made_at: Date;
  },
): Promise<boolean> =>
  (
    await tx
      .insertInto('case_document')
      .values(row)
      .onConflict((conflict) => conflict.columns(['school_id', 'document_id']).doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows === 1n;

export const updateDocument = (
  tx: Tx,
  schoolId: string,
  documentId: string,
  changes: {
    readonly revision: number;
    readonly review?: Buffer;
    readonly file?: Buffer;
    readonly file_hash?: Buffer;
    readonly finished_by?: string;
    readonly finished_at?: Date;
  },
) =>
  tx
    .updateTable('case_document')
    .set(changes)
    .where('school_id', '=', schoolId)
    .where('document_id', '=', documentId)
    .execute();

/** Keeps no file that was made for this pupil; that it was made, and its hash, stay. */
export const forgetFilesOf = (tx: Tx, schoolId: string, pupilId: string) =>
  tx
    .updateTable('case_document')
    .set({ file: null })
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .execute();

/** Every pupil the school has a name of, also those who have left. */
export const everyPupil = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (await tx.selectFrom('pupil').select('pupil_id').where('school_id', '=', schoolId).execute()).map(
    (row) => row.pupil_id,
  );

export const everyStaffMember = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (await tx.selectFrom('staff_member').select('staff_id').where('school_id', '=', schoolId).execute()).map(
    (row) => row.staff_id,
  );

export const exportsOf = (tx: Tx, { schoolId, caseId }: Of) =>
  tx
    .selectFrom('case_export')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .orderBy('export_id')
    .execute();

export const insertExport = async (
  tx: Tx,
  row: {
    readonly school_id: string;
    readonly export_id: string;
    readonly case_id: string;
    readonly recipient: CaseRecipient;
    readonly up_to_entry: number;
    readonly manifest_hash: Buffer;
    readonly beside_hash: Buffer;
    readonly made_by: string;
    readonly made_at: Date;
  },
): Promise<boolean> =>
  (
    await tx
      .insertInto('case_export')
      .values(row)
      .onConflict((conflict) => conflict.columns(['school_id', 'export_id']).doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows === 1n;

/** False when there is no such export to an archive, or its receipt is recorded already. */
export const recordReceipt = async (
  tx: Tx,
  { schoolId, caseId }: Of,
  exportId: string,
  receipt: { readonly received_on: string; readonly received_as: string; readonly received_by: string },
): Promise<boolean> =>
  (
    await tx
      .updateTable('case_export')
      .set(receipt)
      .where('school_id', '=', schoolId)
      .where('case_id', '=', caseId)
      .where('export_id', '=', exportId)
      .where('recipient', '=', 'archive')
      .where('received_on', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows === 1n;

export const schoolOf = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select(['name', 'case_kept_days'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();

export const setKeptDays = (tx: Tx, schoolId: string, days: number) =>
  tx.updateTable('school').set({ case_kept_days: days }).where('school_id', '=', schoolId).execute();
