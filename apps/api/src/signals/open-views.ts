import type { SignalView, WhoseView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import * as queries from './queries.ts';

export const signalViewPlace = (viewId: string) =>
  ({ table: 'signal_view', column: 'body', row: viewId }) as const;

/** What pupils and guardians say of these signals, by signal, oldest first. */
export const openViews = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  signals: readonly { readonly signal_id: string }[],
): Promise<ReadonlyMap<string, SignalView['views']>> => {
  const rows = await queries.viewsOf(
    tx,
    schoolId,
    signals.map((row) => row.signal_id),
  );
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.recorded_by))]);
  const views = new Map<string, SignalView['views']>();
  for (const row of rows) {
    const view = {
      viewId: row.view_id,
      // The column's check constraint allows exactly these.
      whose: row.whose as WhoseView,
      text: sealer.open(row.body, signalViewPlace(row.view_id)),
      ...{ by: names.get(row.recorded_by) ?? '–', at: row.recorded_at.toISOString() },
    };
    views.set(row.signal_id, [...(views.get(row.signal_id) ?? []), view]);
  }
  return views;
};
