import { openJobs, type JobPayloads, type Jobs, type Queue } from '@samhold/db';
import { forgetOldAttempts } from '../access/limit-attempts.ts';
import { backupIsDue, newestBackup, takeDueBackup, type BackupSettings } from '../backups/take-due.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliverCode, deliverNotices } from '../mail/deliver.ts';
import { openPostOffice, type MailSettings } from '../mail/post-office.ts';
import { auditPublication } from '../publications/audit-publication.ts';
import { lookAfter, schoolsInUse } from './due-work.ts';
import { failureLog } from './failure-log.ts';

export type ClockOptions = {
  /** The runtime login. */
  readonly databaseUrl: string;
  /** Without it staff are told in the product only. */
  readonly mail?: MailSettings;
  /** Without it no backups are taken by themselves. */
  readonly backups?: BackupSettings | undefined;
  readonly log: (line: string) => void;
  /** Adds jobs for other processes to run, and runs none. */
  readonly addsOnly?: boolean | undefined;
  /** Hears how long each job took and whether it succeeded. */
  readonly jobDone?: ((queue: Queue, seconds: number, succeeded: boolean) => void) | undefined;
  /** Hears each minute when the newest backup was written. */
  readonly backupWritten?: ((at: Date) => void) | undefined;
};

export type Clock = {
  /** What the routes are to be given: with mail when it is set. */
  readonly deps: Dependencies;
  readonly stop: (graceSeconds?: number) => Promise<void>;
};

/** Gives each kind of job its handler, and has the clock look every minute. */
const runJobs = async (
  deps: Dependencies,
  jobs: Jobs,
  { mail, backups, jobDone, backupWritten }: ClockOptions,
): Promise<void> => {
  const work = <Q extends Queue>(queue: Q, handle: (job: JobPayloads[Q]) => Promise<void>): Promise<void> =>
    jobs.work(queue, async (job) => {
      const begun = performance.now();
      const tell = (succeeded: boolean): void =>
        jobDone?.(queue, (performance.now() - begun) / 1_000, succeeded);
      await handle(job).catch((error: unknown) => {
        tell(false);
        throw error;
      });
      tell(true);
    });
  await work('clock.school', ({ schoolId }) => lookAfter(deps, schoolId));
  await work('publication.audit', (job) => auditPublication(deps, job));
  await work('clock.sweep', async () => {
    await forgetOldAttempts(deps);
    const written = backups && (await newestBackup(deps));
    if (written !== undefined) backupWritten?.(written);
    await deps.db.beforeScope(async (tx) => {
      if (backups !== undefined && backupIsDue(backups, deps.now()))
        await jobs.enqueue(tx, 'backup.take', {});
      for (const schoolId of await schoolsInUse(tx)) await jobs.enqueue(tx, 'clock.school', { schoolId });
    });
  });
  if (backups !== undefined) await work('backup.take', () => takeDueBackup(deps, backups));
  if (mail !== undefined) {
    const post = openPostOffice(mail);
    await work('mail.notices', (job) => deliverNotices(deps, post, mail.publicUrl, job));
    await work('mail.code', (job) => deliverCode(deps, post, job));
  }
  await jobs.everyMinute('clock.sweep');
  // A server that was down looks at once.
  await deps.db.beforeScope((tx) => jobs.enqueue(tx, 'clock.sweep', {}));
};

/** Looks after every school each minute, once however many servers run, and sends what mail there is to send. */
export const startClock = async (given: Dependencies, options: ClockOptions): Promise<Clock> => {
  const { log, mail, addsOnly = false } = options;
  const jobs = await openJobs(options.databaseUrl, failureLog(log, given.now), !addsOnly);
  const deps: Dependencies = { ...given, audits: jobs, ...(mail === undefined ? {} : { mail: jobs }) };
  if (!addsOnly)
    await runJobs(deps, jobs, options).catch(async (error: unknown) => {
      await jobs.stop(0);
      throw error;
    });
  return { deps, stop: (graceSeconds) => jobs.stop(graceSeconds) };
};
