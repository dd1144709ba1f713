import type { Tx } from '@samhold/db';
import { notRestricted } from './not-restricted.ts';

/** Of these signals those that may be used: nothing recorded of their pupils is restricted. */
export const usableSignals = async (
  tx: Tx,
  schoolId: string,
  signalIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (signalIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('signal as g')
    .select('g.signal_id')
    .where('g.school_id', '=', schoolId)
    .where('g.signal_id', 'in', signalIds)
    .where(notRestricted)
    .execute();
  return new Set(rows.map((row) => row.signal_id));
};
