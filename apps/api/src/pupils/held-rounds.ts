import type { Tx } from '@samhold/db';
import { sittingsOfClass, type SittingRow } from '../rounds/sittings.ts';

/** Sittings of the class that are done, the oldest first, by kind. */
export const heldRounds = async (tx: Tx, schoolId: string, classId: string) => {
  const closed = (await sittingsOfClass(tx, schoolId, classId))
    .filter((row) => row.closed_at !== null)
    .toReversed();
  const of = (kind: string): readonly SittingRow[] => closed.filter((row) => row.kind === kind);
  return { wellbeing: of('wellbeing'), sociograms: of('sociogram') };
};

export const closedAt = (row: SittingRow): string => (row.closed_at ?? row.opened_at).toISOString();
