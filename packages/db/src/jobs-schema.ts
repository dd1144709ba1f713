import { PgBoss } from 'pg-boss';
import { Client, DatabaseError } from 'pg';
import { queues } from './job-queues.ts';

export const JOB_SCHEMA = 'pgboss';

/** Rows only: whoever runs jobs can neither change the tables nor add a queue with a table of its own. */
const grants = `
  grant usage on schema ${JOB_SCHEMA} to samhold_runtime;
  grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to samhold_runtime`;

const mayNot = (error: unknown): boolean => error instanceof DatabaseError && error.code === '42501';

const makeQueues = async (url: string): Promise<void> => {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    max: 2,
    schedule: false,
    supervise: false,
    registerInstance: false,
  });
  // What fails is thrown to us as well.
  boss.on('error', () => undefined);
  await boss.start().catch(async (error: unknown) => {
    await boss.stop({ graceful: false });
    throw mayNot(error)
      ? new Error(
          `The login that migrates may not make the schema ${JOB_SCHEMA} of the job queue. Grant it CREATE on the database.`,
          { cause: error },
        )
      : error;
  });
  try {
    for (const [name, { policy, ...rules }] of Object.entries(queues)) {
      await boss.createQueue(name, { policy, ...rules });
      await boss.updateQueue(name, rules);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
};

/**
 * Brings the schema of the job queue up to the installed pg-boss, with the queues of this version, and lets the runtime
 * role use it. Belongs to the migration: `url` is its login. Of several at once one works and the others wait.
 */
export const installJobs = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table schema_migration in access exclusive mode');
    await makeQueues(url);
    await client.query(grants);
    await client.query('commit');
  } finally {
    await client.end();
  }
};
