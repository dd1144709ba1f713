import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import { receivers } from './policy.ts';
import * as queries from './queries.ts';
import { receivedBy } from './read.ts';

/** Whether reports wait for this person: any that nobody has taken in hand, and any on force that guardians are not told of. */
export const reportsWaiting = async (
  tx: Tx,
  actor: StaffActor,
  now: Date,
): Promise<{ readonly untaken: boolean; readonly force: boolean }> => {
  if (!holdsAny(actor, receivers)) return { untaken: false, force: false };
  const received = await receivedBy(tx, actor, await queries.reports(tx, actor.schoolId), now);
  return {
    untaken: received.some(
      ({ row, steps }) => row.state === 'new' && !steps.some(({ kind }) => kind === 'seen'),
    ),
    force: received.some(
      ({ row, steps }) => row.physical && !steps.some(({ kind }) => kind === 'guardians_told'),
    ),
  };
};
