import type { Database } from '@samhold/db';
import type { DeletionReceipt } from './delete-school.ts';

/** Receipts of the schools that were deleted, the last one first. */
export const storedReceipts = (db: Database): Promise<readonly DeletionReceipt[]> =>
  db.beforeScope(async (tx) => {
    const rows = await tx.selectFrom('closed_school').selectAll().orderBy('deleted_at', 'desc').execute();
    return rows.map((row) => ({
      ...{ schoolId: row.closed_id, ownerId: row.owner_id, schoolName: row.school_name },
      ...{ organisationNumber: row.organisation_number, orderedBy: row.ordered_by },
      ...{ begunAt: row.begun_at.toISOString(), deletedAt: row.deleted_at.toISOString() },
      exportedAt: row.exported_at.toISOString(),
      exportSha256: row.export_hash.toString('hex'),
      manifestSha256: row.export_manifest_hash.toString('hex'),
      receivedAs: row.received_as,
      // Written by the deletion only.
      deletedRows: row.deleted_rows as Readonly<Record<string, number>>,
      log: { sequence: Number(row.log_sequence), sha256: row.log_hash.toString('hex') },
      backupsUntil: String(row.backups_until),
    }));
  });
