import type { RoundOverview } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { freezeRelease } from '../publications/service.ts';
import { closeInScope } from './close.ts';
import { overviews } from './plan.ts';
import { tellResultsReady } from './tell.ts';
import * as queries from './queries.ts';

/** Ends a round for the school: closes what is open, then freezes what leadership may see of it. */
export const endRound = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<RoundOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    for (const sittingId of await endRoundInScope(tx, schoolId, roundId, deps.now()))
      await tellResultsReady(tx, deps, schoolId, sittingId);
    const ended = (await overviews(tx, schoolId)).find((overview) => overview.roundId === roundId);
    if (ended === undefined) throw new AppError('not_found');
    return ended;
  });

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

/** Returns the sittings that were closed by it. Throws `round_ended` when the round has ended before. */
export const endRoundInScope = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<readonly string[]> => {
  const round = await tx
    .selectFrom('round')
    .select(['kind', 'name', 'ended_at', 'class_id'])
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
  await freezeRelease(
    tx,
    schoolId,
    {
      roundId,
      kind: round.kind === 'sociogram' ? 'sociogram' : 'wellbeing',
      name: round.name,
      sittings,
    },
    now,
  );
  return closed;
};
