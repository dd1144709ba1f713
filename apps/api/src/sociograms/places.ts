import type { MovePupils, SociogramPlaces } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { readableSitting } from '../rounds/sittings.ts';

/** Where pupils were put by hand, by sitting. */
export const placesOf = async (
  tx: Tx,
  schoolId: string,
  sittingIds: readonly string[],
): Promise<ReadonlyMap<string, SociogramPlaces['places']>> => {
  if (sittingIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('sociogram_place')
    .select(['sitting_id', 'pupil_id', 'x', 'y'])
    .where('school_id', '=', schoolId)
    .where('sitting_id', 'in', sittingIds)
    .orderBy('pupil_id')
    .execute();
  const bySitting = Map.groupBy(rows, (row) => row.sitting_id);
  return new Map(
    [...bySitting].map(([sittingId, own]) => [
      sittingId,
      own.map(({ pupil_id: pupilId, x, y }) => ({ pupilId, place: { x, y } })),
    ]),
  );
};

const keep = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  { pupilId, place }: MovePupils['moved'][number],
): Promise<void> => {
  const key = { school_id: schoolId, sitting_id: sittingId, pupil_id: pupilId };
  if (place === null) {
    await tx
      .deleteFrom('sociogram_place')
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .where('pupil_id', '=', pupilId)
      .execute();
    return;
  }
  await tx
    .insertInto('sociogram_place')
    .values({ ...key, ...place })
    .onConflict((conflict) => conflict.columns(['school_id', 'sitting_id', 'pupil_id']).doUpdateSet(place))
    .execute();
};

/**
 * Moves pupils in the picture of a round, for everyone who teaches the class. Of two who move the same pupil the last one
 * holds; whom nobody names here, stays. Twice is as once.
 */
export const movePupils = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  { moved }: MovePupils,
): Promise<SociogramPlaces> =>
  deps.db.inScope(actor, async (tx) => {
    const sitting = await readableSitting(tx, actor, sittingId);
    if (sitting.kind !== 'sociogram') throw new AppError('not_found');
    const listed = await tx
      .selectFrom('sitting_pupil')
      .select('pupil_id')
      .where('school_id', '=', actor.schoolId)
      .where('sitting_id', '=', sittingId)
      .execute();
    const list = new Set(listed.map((row) => row.pupil_id));
    if (moved.some(({ pupilId }) => !list.has(pupilId))) throw new AppError('invalid_request', ['pupilId']);
    // In one order, so that two who move the same pupils wait for each other instead of both.
    const inOrder = moved.toSorted((a, b) => (a.pupilId < b.pupilId ? -1 : a.pupilId > b.pupilId ? 1 : 0));
    for (const move of inOrder) await keep(tx, actor.schoolId, sittingId, move);
    return { places: (await placesOf(tx, actor.schoolId, [sittingId])).get(sittingId) ?? [] };
  });
