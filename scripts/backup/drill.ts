import type { DayHead } from '../../apps/api/src/access-log/day-heads.ts';
import { verifySchools } from '../../apps/api/src/access-log/verify-schools.ts';
import {
  hashTables,
  migrate,
  openDatabase,
  restoreBackup,
  type DatabaseUrls,
  type Keyring,
  type Manifest,
  type Migration,
} from '../../packages/db/src/index.ts';
import { trySigningIn, type SignInTrial } from './try-signing-in.ts';

export type DrillOptions = {
  readonly keyring: Keyring;
  readonly migrations: readonly Migration[];
  readonly identities: readonly string[];
  /** Where the access logs stood, as kept outside the database. */
  readonly heads: readonly DayHead[];
};

export type DrillResult = {
  readonly manifest: Manifest;
  /** Tables whose rows are not those of the backup. */
  readonly differing: readonly string[];
  /** Schools whose access log does not hold. */
  readonly brokenLogs: readonly string[];
  readonly schools: number;
  readonly signIn: SignInTrial;
};

const differingFrom = (manifest: Manifest, found: Awaited<ReturnType<typeof hashTables>>) => {
  const now = new Map(found.tables.map((table) => [table.name, table]));
  const differing = manifest.tables.filter(({ name, rows, sha256 }) => {
    const table = now.get(name);
    return table?.rows !== rows || table.sha256 !== sha256;
  });
  const same = JSON.stringify(found.chains) === JSON.stringify(manifest.chains);
  return [...differing.map(({ name }) => name), ...(same ? [] : ['access_log_head'])];
};

/**
 * Restores a backup into an empty database of a throw-away server, and tries what a restored installation is for: the same
 * rows, access logs that hold, and somebody who can sign in and reads the own name. The database is changed by that.
 */
export const drill = async (
  urls: DatabaseUrls,
  file: string,
  options: DrillOptions,
): Promise<DrillResult> => {
  const { keyring, migrations } = options;
  const manifest = await restoreBackup(urls.migration, file, options);
  const differing = differingFrom(manifest, await hashTables(urls.backup));
  await migrate(urls.migration, migrations);
  const db = openDatabase(urls.serve, keyring, 2);
  try {
    const verified = await verifySchools(db, options.heads);
    const broken = verified.filter(({ faults }) => faults.length > 0);
    return {
      ...{ manifest, differing, schools: verified.length },
      brokenLogs: broken.map(({ schoolId }) => schoolId),
      signIn: await trySigningIn(db, urls, keyring),
    };
  } finally {
    await db.close();
  }
};

export const drillHolds = ({ differing, brokenLogs, signIn }: DrillResult): boolean =>
  differing.length === 0 && brokenLogs.length === 0 && signIn !== 'refused';
