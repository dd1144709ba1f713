import type { Database, Keyring } from '@samhold/db';
import type { IdentityProvider } from './session/identity-provider.ts';

/** What the slices are given. Time is here so that tests can move it. */
export type Dependencies = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly identityProvider: IdentityProvider;
  readonly now: () => Date;
};
