import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { mayRunSittings } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { classOfPupil } from '../roster/service.ts';
import { ownerOfSchool } from '../sign-in-method/service.ts';
import * as queries from './queries.ts';
import type { SignedInIdentity } from './signed-in-identity.ts';

/**
 * Binds the identity to a pupil of the school in scope who has just given the right picture code, and holds the pupil's row.
 * The newest sign-in holds: it takes the identity from another pupil, and the pupil's other identity away. Nothing happens for
 * a sign-in that has been used, came by another owner's method, or is of staff.
 */
export const bindIdentity = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  { subjectHash, ownerId, signedInAt, mayBind }: SignedInIdentity,
): Promise<void> => {
  if (!mayBind) return;
  if (ownerId !== null && ownerId !== (await ownerOfSchool(tx, schoolId))) return;
  const before = await queries.identityHere(tx, schoolId, subjectHash);
  if (before !== undefined && before.signed_in_at >= signedInAt) return;
  await queries.deleteIdentities(tx, schoolId, [pupilId], subjectHash);
  await queries.upsertIdentity(tx, schoolId, pupilId, subjectHash, signedInAt);
};

/** Since when these pupils have been bound to a school account. */
export const boundSince = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> =>
  new Map(
    (await queries.identitiesOf(tx, schoolId, pupilIds)).map((row) => [row.pupil_id, row.signed_in_at]),
  );

/** The pupils must prove who they are once more before an account leads to them. */
export const forgetIdentities = (tx: Tx, schoolId: string, pupilIds: readonly string[]): Promise<void> =>
  queries.deleteIdentities(tx, schoolId, pupilIds);

export const removeIdentity = (deps: Dependencies, actor: StaffActor, pupilId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const classId = await classOfPupil(tx, actor.schoolId, pupilId, dayOf(deps.now()));
    if (classId === undefined || !mayRunSittings(actor, classId)) throw new AppError('not_found');
    await forgetIdentities(tx, actor.schoolId, [pupilId]);
  });
