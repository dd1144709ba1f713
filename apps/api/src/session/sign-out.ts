import type { Keyring } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { providerOf } from './begin.ts';
import type { SignedIn } from './identity-provider.ts';
import type { BearerToken } from './tokens.ts';

/** What a session keeps, sealed, for signing out at the provider; by the hash of its token. */
export type KeepForSignOut = (tokenHash: Buffer) => Buffer;

type Kept = { readonly ownerId: string | null; readonly issuer: string; readonly idToken: string };

const PURPOSE = 'sign-out';

export const keepForSignOut =
  (keyring: Keyring, ownerId: string | null, { issuer, idToken }: SignedIn): KeepForSignOut =>
  (tokenHash) => {
    const kept: Kept = { ownerId, issuer, idToken };
    return keyring.seal(PURPOSE, JSON.stringify(kept), tokenHash.toString('hex'));
  };

/** Where the provider ends its own session. None when it cannot be reached, or is no longer the one that was signed in by: the session here has ended all the same. */
export const leaveProvider = async (
  deps: Dependencies,
  sealed: Buffer,
  { tokenHash }: BearerToken,
): Promise<string | null> => {
  try {
    // Authenticated: only keepForSignOut can have made it.
    const kept = JSON.parse(deps.keyring.open(PURPOSE, sealed, tokenHash.toString('hex'))) as Kept;
    const provider = await providerOf(deps, kept.ownerId);
    return (await provider.signOutAt(kept.issuer, kept.idToken)) ?? null;
  } catch {
    return null;
  }
};
