import type { Tx } from '@samhold/db';
import { logOpening } from '../access/log.ts';

/** That somebody came in, in the transaction that lets them in. */
export const logSignIn = (tx: Tx, schoolId: string, staffId: string, at: Date): Promise<void> =>
  logOpening(tx, { schoolId, staffId, relations: [] }, at, {
    action: 'session.begun',
    subjectKind: 'staff',
    subjectId: staffId,
    purpose: 'sign-in',
  });
