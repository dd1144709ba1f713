import { fromKysely, PgBoss } from 'pg-boss';
import { jobKey, type JobPayloads, type Queue } from './job-queues.ts';
import { JOB_SCHEMA } from './jobs-schema.ts';
import type { Tx } from './database.ts';

/** What went wrong with a job, by a word that says nothing of what the job was about. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
}

export type Jobs = {
  /** Adds the job in the caller's transaction: no effect without its job, no job without the effect. */
  readonly enqueue: <Q extends Queue>(
    tx: Tx,
    queue: Q,
    payload: JobPayloads[Q],
    afterSeconds?: number,
  ) => Promise<void>;
  /** Runs the jobs of a queue, one at a time in this process. A handler may be called twice for the same job. */
  readonly work: <Q extends Queue>(
    queue: Q,
    handle: (payload: JobPayloads[Q]) => Promise<void>,
  ) => Promise<void>;
  /** Puts a job without payload in `queue` by a cron expression, once for all processes. */
  readonly everyMinute: (queue: 'clock.sweep') => Promise<void>;
  /** Lets running jobs end, at most this long; what did not end is run again later. */
  readonly stop: (graceSeconds?: number) => Promise<void>;
};

const wordFor = (error: unknown): string => {
  if (error instanceof JobFailure) return error.message;
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'unknown';
};

/**
 * The job queue behind the runtime login: no statement of it makes or changes a table. `onError` hears of failed jobs
 * and of a database that is away; in the database a failed job leaves one word.
 */
export const openJobs = async (
  url: string,
  onError: (where: string, error: unknown) => void,
  /** Whether this process runs jobs, or adds them only. */
  runs = true,
): Promise<Jobs> => {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    max: runs ? 4 : 1,
    schedule: runs,
    supervise: runs,
    migrate: false,
    createSchema: false,
    // These need the owner of the tables, or keep more than ids.
    reindex: false,
    monitorVacuum: false,
    persistQueueStats: false,
    registerInstance: false,
    superviseIntervalSeconds: 60,
    maintenanceIntervalSeconds: 600,
  });
  boss.on('error', (error) => {
    onError('jobs', error);
  });
  await boss.start().catch(async (error: unknown) => {
    await boss.stop({ graceful: false });
    throw error;
  });
  return {
    enqueue: async (tx, queue, payload, afterSeconds = 0) => {
      await boss.send(queue, payload, {
        db: fromKysely(tx),
        singletonKey: jobKey(payload),
        startAfter: afterSeconds,
      });
    },
    work: async (queue, handle) => {
      await boss.work<JobPayloads[typeof queue]>(
        queue,
        { batchSize: 1, pollingIntervalSeconds: 2 },
        async ([job]) => {
          if (job === undefined) return;
          try {
            await handle(job.data);
          } catch (error) {
            onError(queue, error);
            throw new JobFailure(wordFor(error));
          }
        },
      );
    },
    everyMinute: async (queue) => {
      await boss.schedule(queue, '* * * * *', {}, { tz: 'Europe/Oslo' });
    },
    stop: (graceSeconds = 20) => boss.stop({ graceful: true, timeout: graceSeconds * 1_000 }),
  };
};
