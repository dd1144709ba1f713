import type { PupilSignIn, SignInMethodView } from '@samhold/contract';
import type { Database, Keyring, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownerHash } from '../roster/people.ts';
import type { ProviderClient } from '../session/identity-providers.ts';
import * as queries from './queries.ts';

const PURPOSE = 'sign-in method';

export const sealSecret = (keyring: Keyring, ownerId: string, secret: string): Buffer =>
  keyring.seal(PURPOSE, secret, ownerId);

/** The client an owner's staff sign in by, as it is stored now. */
export const clientOf = async (
  tx: Tx,
  keyring: Keyring,
  ownerId: string,
): Promise<ProviderClient | undefined> => {
  const stored = await queries.methodOf(tx, ownerId);
  if (stored === undefined) return undefined;
  return {
    issuer: stored.issuer,
    clientId: stored.client_id,
    clientSecret: keyring.open(PURPOSE, stored.client_secret, ownerId),
  };
};

/** Seals every client secret by the master key of now. */
export const resealSecrets = (db: Database, keyring: Keyring): Promise<void> =>
  db.beforeScope(async (tx) => {
    for (const { owner_id: ownerId, client_secret } of await queries.storedSecrets(tx)) {
      const secret = keyring.open(PURPOSE, client_secret, ownerId);
      await queries.storeSecret(tx, ownerId, sealSecret(keyring, ownerId, secret));
    }
  });

/** The owners whose staff can sign in, by name. */
export const ownersWithMethod = async (
  deps: Dependencies,
): Promise<readonly { readonly ownerId: string; readonly name: string }[]> =>
  (await deps.db.beforeScope(queries.methods)).map(({ owner_id, name }) => ({ ownerId: owner_id, name }));

export const pupilSignIn = async (deps: Dependencies): Promise<PupilSignIn> => {
  if (deps.identityProviders.only !== undefined) return { account: 'other', owners: [] };
  const methods = await deps.db.beforeScope(queries.methods);
  if (methods.length === 0) return { account: null, owners: [] };
  return {
    account: methods.every(({ issuer }) => issuer === deps.identityProviders.feide.issuer)
      ? 'feide'
      : 'other',
    owners: methods.map(({ owner_id, name }) => ({ ownerId: owner_id, name })),
  };
};

/** The owner of the school in scope; nobody's when there is no such school. */
export const ownerOfSchool = queries.ownerOfSchool;

/** Whether other schools than this one use the owner's method. */
export const isShared = async (
  tx: Tx,
  keyring: Keyring,
  schoolId: string,
  ownerId: string,
): Promise<boolean> =>
  (await queries.schoolsOfOwner(tx, ownerHash(keyring, ownerId))).some((other) => other !== schoolId);

export const describeMethod = (deps: Dependencies, actor: StaffActor): Promise<SignInMethodView> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    const ownerId = (await queries.ownerOfSchool(tx, schoolId)) ?? '';
    const stored = await queries.methodOf(tx, ownerId);
    return {
      redirectUri: deps.identityProviders.redirectUri,
      signedOutUri: deps.identityProviders.signedOutUri,
      method:
        stored === undefined
          ? null
          : {
              issuer: stored.issuer,
              clientId: stored.client_id,
              changedAt: stored.changed_at.toISOString(),
              testedAt: stored.tested_at?.toISOString() ?? null,
            },
      realms:
        stored?.issuer === deps.identityProviders.feide.issuer
          ? [...(await queries.realms(tx, schoolId))]
          : null,
      ownBound: await queries.hasIdentity(tx, schoolId, staffId),
      shared: await isShared(tx, deps.keyring, schoolId, ownerId),
    };
  });
