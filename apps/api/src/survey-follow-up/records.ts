import type { FollowUpRecord } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import type { FollowUpRow } from './queries.ts';

export const bodyPlace = (followUpId: string) =>
  ({ table: 'survey_follow_up', column: 'body', row: followUpId }) as const;

type Said = Pick<FollowUpRecord, 'seen' | 'measures'>;

export const sealSaid = (sealer: SchoolSealer, followUpId: string, { seen, measures }: Said): Buffer =>
  sealer.seal(JSON.stringify({ seen, measures }), bodyPlace(followUpId));

/** Records as they are read, those taken back too: what was done stands in the history. */
export const openRecords = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly FollowUpRow[],
): Promise<FollowUpRecord[]> => {
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.recorded_by))]);
  return rows.map((row) => {
    // Written by sealSaid only.
    const { seen, measures } = JSON.parse(sealer.open(row.body, bodyPlace(row.follow_up_id))) as Said;
    return {
      followUpId: row.follow_up_id,
      ...standingOf(row),
      participants: row.participants as FollowUpRecord['participants'],
      ...{ seen, measures },
      by: names.get(row.recorded_by) ?? '–',
      recordedAt: row.recorded_at.toISOString(),
      withdrawn: row.withdrawn_at !== null,
    };
  });
};

/** The columns' check constraints allow exactly these. */
export const standingOf = (row: FollowUpRow) => ({
  step: row.step as FollowUpRecord['step'],
  heldOn: row.held_on,
  finished: row.finished,
  told: row.told as FollowUpRecord['told'],
});
