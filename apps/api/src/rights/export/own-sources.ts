import type { Tx } from '@samhold/db';
import type { StaffActor } from '../../access/actor.ts';
import { carriedAbout } from '../../cases/about-pupil.ts';
import { reportIdsAbout } from '../../incidents/of-case.ts';
import { readableRounds } from '../../investigations/about-pupil.ts';

/** The cases, reports and surveys about a pupil that this actor carries, receives and reads as it stands now. */
export const ownSources = async (
  tx: Tx,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<ReadonlySet<string>> =>
  new Set([
    ...(await carriedAbout(tx, actor, pupilId, now)),
    ...(await reportIdsAbout(tx, actor, pupilId, now)),
    ...(await readableRounds(tx, actor, pupilId, now)).map((row) => row.investigation_id),
  ]);

export const isSubset = (ids: readonly string[], of: ReadonlySet<string>): boolean =>
  ids.every((id) => of.has(id));
