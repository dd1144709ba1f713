import type { AccessExportRow } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../../access/actor.ts';
import { wholeNames } from '../../roster/names.ts';
import { isSubset, ownSources } from './own-sources.ts';
import { addMonth } from './add-month.ts';
import * as queries from './queries.ts';

/** The exports of a pupil that this actor may read all of, the newest first. */
export const exportRows = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<AccessExportRow[]> => {
  const { schoolId } = actor;
  const own = await ownSources(tx, actor, pupilId, now);
  const rows = (await queries.exportsOf(tx, schoolId, pupilId)).filter((row) => isSubset(row.sources, own));
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.made_by))]);
  return rows.map((row) => ({
    exportId: row.export_id,
    askedOn: row.asked,
    dueOn: addMonth(row.asked),
    madeBy: names.get(row.made_by) ?? '–',
    finishedAt: row.finished_at?.toISOString() ?? null,
  }));
};
