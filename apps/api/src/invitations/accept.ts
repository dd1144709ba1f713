import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { bindFreeIdentity } from '../session/bind-identity.ts';
import { startSession, type Entered, type Entrant } from '../session/enter-school.ts';
import { allowsRealm } from '../sign-in-method/realms.ts';
import { invitationHash } from './link.ts';
import * as queries from './queries.ts';

/** The school of an open invitation. Throws `invitation_invalid` for a wrong, used, withdrawn or expired link alike. */
export const schoolOfInvitation = async (deps: Dependencies, link: string): Promise<string> => {
  const linkHash = invitationHash(deps.keyring, link);
  const schoolId = await deps.db.beforeScope((tx) => queries.schoolOfLink(tx, linkHash));
  const isOpen =
    schoolId !== undefined &&
    (await deps.db.inScope({ schoolId }, (tx) => queries.isOpen(tx, schoolId, linkHash, deps.now())));
  if (!isOpen) throw new AppError('invitation_invalid');
  return schoolId;
};

/**
 * Binds an identity to the record the invitation is for, uses the link up, and starts a session. Throws `identity_taken` when the
 * identity is somebody else's at that school, and `realm_refused` when the school takes nobody from there; the invitation
 * stays open then.
 */
export const acceptInvitation = async (
  deps: Dependencies,
  link: string,
  { subjectHash, feide, keep }: Entrant,
): Promise<Entered> => {
  const schoolId = await schoolOfInvitation(deps, link);
  const linkHash = invitationHash(deps.keyring, link);
  return deps.db.inScope({ schoolId }, async (tx) => {
    const staffId = await queries.useUp(tx, schoolId, linkHash, deps.now());
    if (staffId === undefined) throw new AppError('invitation_invalid');
    if (!(await allowsRealm(tx, schoolId, feide))) throw new AppError('realm_refused');
    await queries.forgetLink(tx, linkHash);
    await bindFreeIdentity(tx, schoolId, staffId, subjectHash, deps.now());
    const cookie = await startSession(tx, deps.now(), schoolId, staffId, {
      ...{ keep, subjectHash },
      realm: feide?.realm,
    });
    return { schoolId, staffId, cookie };
  });
};
