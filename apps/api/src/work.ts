import type { Keyring, Migration } from '@samhold/db';
import type { BackupSettings } from './backups/take-due.ts';
import { startClock, type Clock } from './clock/start-clock.ts';
import type { MailSettings } from './mail/post-office.ts';
import type { Metrics } from './running/metrics.ts';
import { openDependencies } from './running/open-dependencies.ts';
import { openProgress } from './running/progress.ts';
import { needMigrations, whenAvailable } from './running/when-available.ts';

export type WorkOptions = {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  readonly mail?: Omit<MailSettings, 'publicUrl'> | undefined;
  readonly backups?: BackupSettings | undefined;
  readonly logHeadsDirectory?: string;
  readonly migrations?: readonly Migration[];
  readonly metrics?: Metrics | undefined;
  readonly signal?: AbortSignal;
  readonly graceSeconds?: number;
  readonly log: (line: string) => void;
};

export type Working = {
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Runs the jobs of every school, beside any number of others that do, as soon as the database is there. */
export const work = async (options: WorkOptions): Promise<Working> => {
  const { log, mail, publicUrl } = options;
  const progress = openProgress();
  const deps = openDependencies(options);
  options.metrics?.watchConnections(deps.db);
  const attempt = async (): Promise<Clock> => {
    await needMigrations(deps.db, options.migrations);
    return startClock(deps, {
      databaseUrl: options.databaseUrl,
      ...(mail === undefined ? {} : { mail: { ...mail, publicUrl } }),
      backups: options.backups,
      jobDone: options.metrics?.jobDone,
      backupWritten: options.metrics?.backupWritten,
      log,
    });
  };
  const clock = await whenAvailable(attempt, { log, signal: options.signal }).catch(
    async (error: unknown) => {
      await deps.db.close();
      throw error;
    },
  );
  progress.markPrepared();
  return {
    ready: async () => progress.accepts() && (await deps.db.ready()),
    close: async () => {
      progress.markStopping();
      await clock.stop(options.graceSeconds);
      await deps.db.close();
    },
  };
};
