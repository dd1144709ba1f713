import { openJobs } from '@samhold/db';
import { forgetOldAttempts } from '../access/limit-attempts.ts';
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
  readonly log: (line: string) => void;
};

export type Clock = {
  /** What the routes are to be given: with mail when it is set. */
  readonly deps: Dependencies;
  readonly stop: () => Promise<void>;
};

/** Looks after every school each minute, once however many servers run, and sends what mail there is to send. */
export const startClock = async (given: Dependencies, options: ClockOptions): Promise<Clock> => {
  const { log, mail } = options;
  const jobs = await openJobs(options.databaseUrl, failureLog(log, given.now));
  const deps: Dependencies = { ...given, audits: jobs, ...(mail === undefined ? {} : { mail: jobs }) };
  await jobs.work('clock.school', ({ schoolId }) => lookAfter(deps, schoolId));
  await jobs.work('publication.audit', (job) => auditPublication(deps, job));
  await jobs.work('clock.sweep', async () => {
    await forgetOldAttempts(deps);
    await deps.db.beforeScope(async (tx) => {
      for (const schoolId of await schoolsInUse(tx)) await jobs.enqueue(tx, 'clock.school', { schoolId });
    });
  });
  if (mail !== undefined) {
    const post = openPostOffice(mail);
    await jobs.work('mail.notices', (job) => deliverNotices(deps, post, mail.publicUrl, job));
    await jobs.work('mail.code', (job) => deliverCode(deps, post, job));
  }
  await jobs.everyMinute('clock.sweep');
  // A server that was down looks at once.
  await deps.db.beforeScope((tx) => jobs.enqueue(tx, 'clock.sweep', {}));
  return { deps, stop: () => jobs.stop() };
};
