import type { AccessExportRow } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { staffNames } from '../../roster/names.ts';
import { addMonth } from './add-month.ts';
import * as queries from './queries.ts';

/** The exports of a pupil, the newest first. */
export const exportRows = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  pupilId: string,
): Promise<AccessExportRow[]> => {
  const rows = await queries.exportsOf(tx, schoolId, pupilId);
  const names = await staffNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.made_by))]);
  return rows.map((row) => ({
    exportId: row.export_id,
    askedOn: row.asked,
    dueOn: addMonth(row.asked),
    madeBy: names.get(row.made_by) ?? '–',
    finishedAt: row.finished_at?.toISOString() ?? null,
  }));
};
