import { enterSittingOf } from '../badges/enter.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';
import type { SignedInIdentity } from './signed-in-identity.ts';

/**
 * Opens a session for the pupil an identity is bound to, as that pupil's badge would. Throws `unknown_identity` when it is
 * bound to nobody, else what a badge throws.
 */
export const enterByIdentity = async (
  deps: Dependencies,
  { subjectHash }: SignedInIdentity,
): Promise<string> => {
  const schoolId = await deps.db.beforeScope((tx) => queries.schoolOfIdentity(tx, subjectHash));
  if (schoolId === undefined) throw new AppError('unknown_identity');
  return deps.db.inScope({ schoolId }, async (tx) => {
    const bound = await queries.identityHere(tx, schoolId, subjectHash);
    if (bound === undefined) throw new AppError('unknown_identity');
    return enterSittingOf(tx, deps, schoolId, bound.pupil_id);
  });
};
