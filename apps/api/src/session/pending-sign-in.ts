import type { Keyring } from '@samhold/db';
import type { SignInAttempt } from './identity-provider.ts';
import type { ProviderClient } from './identity-providers.ts';

export type SignInPurpose =
  | { readonly kind: 'sign-in'; readonly schoolId: string | null; readonly anew?: true }
  | { readonly kind: 'pupil' }
  | { readonly kind: 'invitation'; readonly link: string }
  | {
      readonly kind: 'trial';
      readonly schoolId: string;
      readonly staffId: string;
      readonly client: ProviderClient;
    };

/** A sign-in between its two legs. */
export type PendingSignIn = {
  readonly attempt: SignInAttempt;
  /** Whose stored method it goes by; null when there is only one provider, or the client is still on trial. */
  readonly ownerId: string | null;
  readonly purpose: SignInPurpose;
};

/** What it is sealed for; a value sealed for something else does not open as this. */
const PURPOSE = 'sign-in';
const BOUND = 'pending sign-in';

/** It travels in the browser between the two legs of the code flow, sealed so that nobody can read it or plant one. */
export const sealPending = (keyring: Keyring, pending: PendingSignIn): string =>
  keyring.seal(PURPOSE, JSON.stringify(pending), BOUND).toString('base64url');

/** Throws on anything that `sealPending` has not made. */
export const openPending = (keyring: Keyring, sealed: string): PendingSignIn =>
  // Authenticated: only sealPending can have made it.
  JSON.parse(keyring.open(PURPOSE, Buffer.from(sealed, 'base64url'), BOUND)) as PendingSignIn;
