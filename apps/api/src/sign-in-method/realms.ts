import type { SetRealms } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import type { FeideStaff } from '../session/identity-provider.ts';
import { endSessionsOfOtherRealms, realmOfSession } from '../session/realm-sessions.ts';
import * as queries from './queries.ts';

/** Whether the school in scope takes staff of this kommune. A provider other than Feide is a kommune's own already. */
export const allowsRealm = async (
  tx: Tx,
  schoolId: string,
  feide: Pick<FeideStaff, 'realm'> | undefined,
): Promise<boolean> =>
  feide === undefined ||
  (await queries.takenRealm(tx, schoolId, feide.realm).executeTakeFirst()) !== undefined;

/** The same as a condition of a statement. */
export const takesRealm = (tx: Tx, schoolId: string, realm: string) =>
  sql<boolean>`exists (${queries.takenRealm(tx, schoolId, realm)})`;

/** The administrator who first signs in by Feide says by that whose staff the school has. Throws `realm_refused`. */
export const admitRealm = async (tx: Tx, schoolId: string, { realm }: FeideStaff): Promise<void> => {
  const known = await queries.realms(tx, schoolId);
  if (realm === '' || (known.length > 0 && !known.includes(realm))) throw new AppError('realm_refused');
  await queries.addRealms(tx, schoolId, [realm]);
};

/**
 * Sets whose staff are let in. Those of a kommune that is no longer among them are out at once, and let in no more. Throws
 * `own_realm` when that would be whoever asks.
 */
export const setRealms = (
  deps: Dependencies,
  actor: StaffActor,
  ownToken: Buffer,
  { realms }: SetRealms,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const own = await realmOfSession(tx, schoolId, ownToken);
    if (typeof own === 'string' && !realms.includes(own)) throw new AppError('own_realm');
    await queries.addRealms(tx, schoolId, realms);
    await queries.removeOtherRealms(tx, schoolId, realms);
    await endSessionsOfOtherRealms(tx, schoolId, realms);
    await logOpening(tx, actor, deps.now(), {
      action: 'realms.set',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: realms.join(' '),
    });
  });
