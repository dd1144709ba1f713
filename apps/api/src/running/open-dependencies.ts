import { openDatabase, type Keyring } from '@samhold/db';
import { openHeadFiles } from '../access-log/head-files.ts';
import type { Dependencies } from '../dependencies.ts';
import type { FeideService } from '../session/feide.ts';
import { openIdentityProviders } from '../session/identity-providers.ts';

export type Opened = {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  readonly logHeadsDirectory?: string;
  /** Stands in for Feide; it is Feide itself when left out. */
  readonly feide?: FeideService | undefined;
  readonly now?: () => Date;
};

const CONNECTIONS = 20;

/** What every process of the program is given, whether it answers requests or runs jobs. */
export const openDependencies = (options: Opened): Dependencies => ({
  db: openDatabase(options.databaseUrl, options.keyring, CONNECTIONS),
  keyring: options.keyring,
  now: options.now ?? ((): Date => new Date()),
  identityProviders: openIdentityProviders(options.publicUrl, { feide: options.feide }),
  ...(options.logHeadsDirectory === undefined ? {} : { logHeads: openHeadFiles(options.logHeadsDirectory) }),
});
