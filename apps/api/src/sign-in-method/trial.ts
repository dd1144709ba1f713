import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import type { TrySignInMethod } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { bindFreeIdentity } from '../session/bind-identity.ts';
import { beginTrial, type Begun } from '../session/begin.ts';
import type { FeideStaff } from '../session/identity-provider.ts';
import type { ProviderClient } from '../session/identity-providers.ts';
import { checkProvider } from './check-provider.ts';
import { admitRealm } from './realms.ts';
import * as queries from './queries.ts';
import { clientOf, isShared, sealSecret } from './service.ts';

const isSame = (a: ProviderClient, b: ProviderClient | undefined): boolean =>
  a.issuer === b?.issuer && a.clientId === b.clientId && a.clientSecret === b.clientSecret;

/** The owner and its stored client. Throws `method_shared` when `wished` would change what other schools use. */
const mayTry = async (tx: Tx, deps: Dependencies, schoolId: string, wished: TrySignInMethod) => {
  const ownerId = (await queries.ownerOfSchool(tx, schoolId)) ?? '';
  const stored = await clientOf(tx, deps.keyring, ownerId);
  const known = stored?.issuer === wished.issuer && stored.clientId === wished.clientId;
  // The stored secret goes to nobody but the provider and client it was stored for.
  const clientSecret = wished.clientSecret ?? (known ? stored.clientSecret : undefined);
  if (clientSecret === undefined) throw new AppError('invalid_request', ['clientSecret']);
  const client = { issuer: wished.issuer, clientId: wished.clientId, clientSecret };
  if (!isSame(client, stored) && (await isShared(tx, deps.keyring, schoolId, ownerId)))
    throw new AppError('method_shared');
  return { ownerId, stored, client };
};

/** Throws what does not hold of the provider or the client; stores nothing. */
export const checkMethod = async (
  deps: Dependencies,
  actor: StaffActor,
  wished: TrySignInMethod,
): Promise<ProviderClient> => {
  const { client } = await deps.db.inScope(actor, (tx) => mayTry(tx, deps, actor.schoolId, wished));
  await checkProvider(client, deps.identityProviders.redirectUri);
  return client;
};

/** Checks a method, and begins a real sign-in by it that will bind the administrator's own identity. Stores nothing yet. */
export const tryMethod = async (
  deps: Dependencies,
  actor: StaffActor,
  wished: TrySignInMethod,
): Promise<Begun> => {
  const client = await checkMethod(deps, actor, wished);
  const { schoolId, staffId } = actor;
  return beginTrial(deps, deps.identityProviders.of(client), '/school/sign-in?bound', {
    kind: 'trial',
    schoolId,
    staffId,
    client,
  });
};

/** The client has signed its administrator in: it becomes the owner's, and the identity the administrator's. */
export const finishTrial = (
  deps: Dependencies,
  actor: StaffActor,
  client: ProviderClient,
  subjectHash: Buffer,
  feide: FeideStaff | undefined,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    if (!actor.relations.some(({ kind }) => kind === 'administrator')) throw new AppError('not_found');
    const { ownerId, stored } = await mayTry(tx, deps, actor.schoolId, client);
    if (feide !== undefined) await admitRealm(tx, actor.schoolId, feide);
    const now = deps.now();
    if (isSame(client, stored)) await queries.noteTest(tx, ownerId, now);
    else {
      await queries.storeMethod(tx, {
        owner_id: ownerId,
        issuer: client.issuer,
        client_id: client.clientId,
        client_secret: sealSecret(deps.keyring, ownerId, client.clientSecret),
        changed_at: now,
        tested_at: now,
      });
    }
    await bindFreeIdentity(tx, actor.schoolId, actor.staffId, subjectHash, now);
  });

const clientFaults = new Set(['invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_request']);

/** Throws what went wrong at the provider in words an administrator can act on. */
export const trialFault = (error: unknown): never => {
  if (error instanceof WWWAuthenticateChallengeError) throw new AppError('provider_refused_client');
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) {
    throw new AppError(clientFaults.has(error.error) ? 'provider_refused_client' : 'provider_refused_person');
  }
  throw new AppError('sign_in_failed', undefined, error);
};
