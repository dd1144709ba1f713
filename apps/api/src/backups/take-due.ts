import { backUpInto, type Migration } from '@samhold/db';
import type { Backups } from '../config.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolsInUse } from '../clock/due-work.ts';
import { timeInNorway } from '../clock/oslo-time.ts';
import type { Dependencies } from '../dependencies.ts';
import { tellStaff } from '../notices/service.ts';
import { administratorsAt } from '../setup/service.ts';
import { claimDay, endDay, newestWritten } from './queries.ts';

export type BackupSettings = {
  /** The login that reads past row-level security. */
  readonly url: string;
  readonly directory: string;
  readonly recipient: string;
  /** When of the day, by the clock in Norway. */
  readonly at: string;
  readonly keptDays: number;
  readonly migrations: readonly Migration[];
};

/** What the settings come to; undefined when no backups are to be taken. */
export const backupSettings = (
  { to, at, keptDays }: Backups,
  url: string,
  migrations: readonly Migration[],
): BackupSettings | undefined => to && { ...to, at, keptDays, url, migrations };

/** Tells the administrators of every school; one that cannot be told does not keep the others from it. */
const tellAdministrators = async (deps: Dependencies): Promise<void> => {
  for (const schoolId of await deps.db.beforeScope(schoolsInUse))
    await deps.db
      .inScope({ schoolId }, async (tx) => {
        const staffIds = await administratorsAt(tx, schoolId, deps.now());
        if (staffIds.length > 0) await tellStaff(tx, deps, schoolId, { kind: 'backup_failed', staffIds });
      })
      .catch(() => undefined);
};

/** Whether the hour of the day's backup has come. */
export const backupIsDue = ({ at }: Pick<BackupSettings, 'at'>, now: Date): boolean =>
  timeInNorway(now) >= at;

/**
 * Takes the backup of today when its hour has come and nobody has. When it cannot be taken the administrators are told,
 * and the error is thrown on to the log; an hour later it is tried again.
 */
export const takeDueBackup = async (deps: Dependencies, settings: BackupSettings): Promise<void> => {
  const now = deps.now();
  const day = dayOf(now);
  if (!backupIsDue(settings, now)) return;
  if (!(await deps.db.beforeScope((tx) => claimDay(tx, day, now)))) return;
  const { url, directory, ...how } = settings;
  try {
    const { bytes } = await backUpInto(directory, url, { ...how, keyring: deps.keyring, now: deps.now });
    await deps.db.beforeScope((tx) => endDay(tx, day, { now: deps.now(), bytes }));
  } catch (error) {
    await deps.db.beforeScope((tx) => endDay(tx, day, { now: deps.now(), bytes: undefined }));
    await tellAdministrators(deps);
    throw error;
  }
};

/** When the newest backup was written, for whoever watches its age; undefined when none was. */
export const newestBackup = (deps: Dependencies): Promise<Date | undefined> =>
  deps.db.beforeScope(newestWritten);
