import type { Tx } from '@samhold/db';
import { logOpening } from '../access/log.ts';
import { AppError } from '../errors.ts';
import { bindIdentity } from '../roster/people.ts';
import * as queries from './queries.ts';

/** Binds an identity, with an entry in the access log, to a staff member of the school in scope. Throws `identity_taken` when it is another's there. */
export const bindFreeIdentity = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  subjectHash: Buffer,
  now: Date,
): Promise<void> => {
  await bindIdentity(tx, schoolId, staffId, subjectHash);
  // Read after writing: of two that bind it at once the second waits, and then finds the first one's row.
  const holder = await queries.holderOfSubject(tx, schoolId, subjectHash);
  if (holder !== staffId) throw new AppError('identity_taken');
  await queries.noteUse(tx, schoolId, subjectHash, now);
  const self = { schoolId, staffId, trained: false, relations: [] };
  await logOpening(tx, self, now, {
    action: 'identity.bind',
    subjectKind: 'staff',
    subjectId: staffId,
    purpose: 'sign-in',
  });
};
