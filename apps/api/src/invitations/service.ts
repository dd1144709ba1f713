import { randomBytes } from 'node:crypto';
import type { Invitation } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { beginInvited, type Begun } from '../session/begin.ts';
import { schoolOfInvitation } from './accept.ts';
import { invitationHash } from './link.ts';
import * as queries from './queries.ts';

const OPEN_FOR = 7 * 86_400_000;

/** A one-time link for a staff member; the ones made before are withdrawn. */
export const makeInvitation = (deps: Dependencies, actor: StaffActor, staffId: string): Promise<Invitation> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    if (!(await queries.lockStaffMember(tx, schoolId, staffId))) throw new AppError('not_found');
    const madeAt = deps.now();
    await queries.withdrawOpen(tx, schoolId, staffId, madeAt);
    const link = randomBytes(32).toString('base64url');
    const expiresAt = new Date(madeAt.getTime() + OPEN_FOR);
    const linkHash = invitationHash(deps.keyring, link);
    const madeBy = actor.staffId;
    await queries.insertInvitation(tx, schoolId, { linkHash, staffId, madeBy, madeAt, expiresAt });
    await logOpening(tx, actor, madeAt, {
      action: 'invitation.make',
      subjectKind: 'staff',
      subjectId: staffId,
      purpose: 'sign-in',
    });
    return {
      // After the «#», so that no server or proxy on the way writes it down.
      link: `${deps.identityProviders.publicUrl}/invitation#${link}`,
      expiresAt: expiresAt.toISOString(),
    };
  });

/** The first leg of accepting: the invitation travels sealed with the sign-in. */
export const beginInvitation = async (deps: Dependencies, link: string): Promise<Begun> =>
  beginInvited(deps, await schoolOfInvitation(deps, link), link);
