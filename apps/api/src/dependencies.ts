import type { Database, Jobs, Keyring } from '@samhold/db';
import type { HeadKeeper } from './access-log/day-heads.ts';
import type { Progress } from './running/progress.ts';
import type { IdentityProviders } from './session/identity-providers.ts';

/** What the slices are given. Time is here so that tests can move it. */
export type Dependencies = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly identityProviders: IdentityProviders;
  readonly now: () => Date;
  /** There when mail is set up: a letter is a job in the transaction that causes it. */
  readonly mail?: Pick<Jobs, 'enqueue'>;
  /** There when jobs run: audits of reports are added to them. */
  readonly audits?: Pick<Jobs, 'enqueue'>;
  /** There where a server keeps, outside the database, where the access log stood each day. */
  readonly logHeads?: HeadKeeper;
  /** There in a server that may start before its database and stops with grace. */
  readonly progress?: Progress;
};
