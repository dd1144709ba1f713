import type { FormFault } from '@samhold/contract';
import type { PupilCredential } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { liveSession } from './live-session.ts';
import * as queries from './queries.ts';

/** What the pupil's tablet cannot show of the form it was sent: for the status the teacher sees, until a form is read again. */
export const reportFormFaults = (
  deps: Dependencies,
  credential: PupilCredential,
  faults: readonly FormFault[],
): Promise<unknown> =>
  deps.db.inScope(credential, async (tx) => {
    const { schoolId, tokenHash } = credential;
    const session = await liveSession(tx, schoolId, tokenHash, deps.now());
    if (session === undefined) throw new AppError('pupil_session_ended');
    return queries.setFormFaults(tx, schoolId, session.sitting_id, session.pupil_id, faults);
  });
