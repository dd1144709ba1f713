import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  backUpInto,
  forgetBackups,
  migrate,
  migrationState,
  type DatabaseUrls,
  type Keyring,
  type Migration,
} from '@samhold/db';

/** How many days a copy from before an upgrade is kept: as long as what was deleted may stand in backups. */
const KEPT_DAYS = 35;

const copiesIn = (data: string): string => join(data, 'before-upgrade');

/** Deletes the copies that are older than that. The newest too: the database itself is newer. */
export const forgetCopies = (data: string, now: Date): void => {
  if (existsSync(copiesIn(data))) forgetBackups(copiesIn(data), KEPT_DAYS, now);
};

/** Deletes them now and once a day for as long as the process runs. */
export const keepForgettingCopies = (data: string): void => {
  forgetCopies(data, new Date());
  setInterval(() => forgetCopies(data, new Date()), 86_400_000).unref();
};

const wayBack = (copy: string | undefined): string =>
  copy === undefined
    ? 'Databasen er ikke endret. Start versjonen som ble brukt før.'
    : `Databasen er som før oppdateringen, så versjonen som ble brukt før, kan startes igjen. En kopi ligger i ${copy}.`;

export type UpgradeOptions = {
  readonly data: string;
  readonly keyring: Keyring;
  readonly migrations: readonly Migration[];
  readonly log: (line: string) => void;
};

/**
 * Brings the database up to this version, after a copy of what is there. Refuses, with the database as it was, when it
 * is of a newer version, when the copy cannot be made, and when a migration fails.
 */
export const upgrade = async (
  urls: Pick<DatabaseUrls, 'migration' | 'backup'>,
  { data, keyring, migrations, log }: UpgradeOptions,
): Promise<void> => {
  let copy: string | undefined;
  try {
    const { applied, missing } = await migrationState(urls.migration, migrations);
    if (applied > 0 && missing.length > 0) {
      log('Tar en kopi av databasen før oppdateringen …');
      const kept = await backUpInto(copiesIn(data), urls.backup, {
        ...{ keyring, migrations, now: () => new Date(), keptDays: KEPT_DAYS },
        // Where no login was made for backups, the one that owns the tables lifts the walls for as long as it reads.
        asOwner: urls.backup === urls.migration,
      });
      copy = kept.file;
    }
    const done = await migrate(urls.migration, migrations);
    if (done.length > 0) log(`Databasen er oppdatert (${done.length} endringer).`);
  } catch (error) {
    throw new Error(wayBack(copy), { cause: error });
  }
};
