import type { EnterByBadge } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { openPupilSession } from '../responses/pupil-session.ts';
import * as queries from './queries.ts';
import { badgeCodeHash, badgeHash } from './token.ts';

/**
 * Opens a session for a pupil who is known, in the sitting that closes first among those not handed in. Throws
 * `no_open_sitting`, or the code given instead, when the class is not answering, and `response_submitted` when everything is
 * handed in.
 */
export const enterSittingOf = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  pupilId: string,
  notAnswering: 'no_open_sitting' | 'unknown_badge' = 'no_open_sitting',
): Promise<string> => {
  const sittings = await queries.sittingsOfPupil(tx, schoolId, pupilId, deps.now());
  if (sittings.length === 0) throw new AppError(notAnswering);
  const waiting = sittings.find((sitting) => sitting.submitted_at === null);
  if (waiting === undefined) throw new AppError('response_submitted');
  return openPupilSession(tx, deps.keyring, schoolId, waiting.sitting_id, pupilId, deps.now());
};

/**
 * Opens a session for the pupil of a badge. Throws `unknown_badge` for a badge that was revoked or never made. A typed code is
 * unknown while the class is not answering: whoever guesses learns nothing of codes that are in use.
 */
export const enterByBadge = async (deps: Dependencies, shown: EnterByBadge): Promise<string> => {
  const typed = 'code' in shown;
  const hash = typed ? badgeCodeHash(deps.keyring, shown.code) : badgeHash(deps.keyring, shown.token);
  const schoolId = await deps.db.beforeScope((tx) => queries.schoolOfBadge(tx, hash));
  if (schoolId === undefined) throw new AppError('unknown_badge');
  return deps.db.inScope({ schoolId }, async (tx) => {
    const pupilId = await queries.pupilOfBadge(tx, schoolId, hash);
    if (pupilId === undefined) throw new AppError('unknown_badge');
    return enterSittingOf(tx, deps, schoolId, pupilId, typed ? 'unknown_badge' : 'no_open_sitting');
  });
};
