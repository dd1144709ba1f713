import { sql, type Tx } from '@samhold/db';
import { notRestricted } from './not-restricted.ts';

type Usable = {
  /** About a hidden pupil, whom the own class and the principal know and nobody else (P8). */
  readonly ofHidden: boolean;
};

/** Of these signals those that may be used: nothing recorded of their pupils is restricted. */
export const usableSignals = async (
  tx: Tx,
  schoolId: string,
  signalIds: readonly string[],
): Promise<ReadonlyMap<string, Usable>> => {
  if (signalIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('signal as g')
    .select([
      'g.signal_id',
      sql<boolean>`exists (
        select from hidden_pupil h where h.school_id = g.school_id and h.pupil_id = g.pupil_id)`.as(
        'ofHidden',
      ),
    ])
    .where('g.school_id', '=', schoolId)
    .where('g.signal_id', 'in', signalIds)
    .where(notRestricted)
    .execute();
  return new Map(rows.map(({ signal_id, ofHidden }) => [signal_id, { ofHidden }]));
};
