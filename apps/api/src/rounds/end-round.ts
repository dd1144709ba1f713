import type { RoundOverview } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { freezeCounts } from '../publications/freeze-counts.ts';
import { releaseEndedRound } from '../publications/release-ended-round.ts';
import { closeInScope } from './close.ts';
import { overviews } from './plan.ts';
import { tellResultsReady } from './tell.ts';
import * as queries from './queries.ts';

/**
 * Ends a round for the school: closes what is open and keeps the counts as they are, then releases what may be seen of them.
 * Should that fail, the clock does it.
 */
export const endRound = async (
  deps: Dependencies,
  actor: StaffActor,
  roundId: string,
): Promise<RoundOverview> => {
  const { schoolId } = actor;
  await deps.db.inScope(actor, async (tx) => {
    for (const sittingId of await endRoundInScope(tx, schoolId, roundId, deps.now()))
      await tellResultsReady(tx, deps, schoolId, sittingId);
  });
  await releaseEndedRound(deps, actor, roundId);
  return deps.db.inScope(actor, async (tx) => {
    const ended = (await overviews(tx, schoolId)).find((overview) => overview.roundId === roundId);
    if (ended === undefined) throw new AppError('not_found');
    return ended;
  });
};

/** Ends a round of the school that has not ended; else does nothing. Returns the sittings that were closed by it. */
export const endRoundOnce = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<readonly string[]> => {
  const waiting = await queries.lockRoundNotEnded(tx, schoolId, roundId);
  return waiting === undefined ? [] : endRoundInScope(tx, schoolId, roundId, now);
};

/** Returns the sittings that were closed by it; what is released of the round afterwards is of the counts it keeps. Throws `round_ended` when the round has ended before. */
export const endRoundInScope = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<readonly string[]> => {
  const round = await tx
    .selectFrom('round')
    .select(['kind', 'ended_at', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  if (round === undefined || round.class_id !== null) throw new AppError('not_found');
  if (round.ended_at !== null) throw new AppError('round_ended');
  const sittings = await queries.sittingIdsOfRound(tx, schoolId, roundId);
  const closed: string[] = [];
  for (const sitting of sittings) {
    if (sitting.state === 'open' && (await closeInScope(tx, schoolId, sitting.sitting_id, now)))
      closed.push(sitting.sitting_id);
  }
  await tx
    .updateTable('round')
    .set({ ended_at: now })
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .execute();
  await freezeCounts(
    tx,
    schoolId,
    round.kind === 'sociogram' ? 'sociogram' : 'wellbeing',
    sittings.map((sitting) => sitting.sitting_id),
    now,
  );
  return closed;
};
