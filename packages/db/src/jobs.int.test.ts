import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { JobFailure, openJobs, type Jobs } from './jobs.ts';
import { createKeyring } from './sealing.ts';
import { createTestDatabase, type TestDatabase } from './test-server.ts';

let server: TestDatabase;
let database: Database;
let jobs: Jobs;
const failures: (readonly [string, unknown])[] = [];

const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 100) throw new Error('It did not happen within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const stored = async (
  queue: string,
): Promise<readonly { data: unknown; state: string; output: unknown }[]> => {
  const client = new Client({ connectionString: server.superuser });
  await client.connect();
  const { rows } = await client.query<{ data: unknown; state: string; output: unknown }>(
    'select data, state, output from pgboss.job where name = $1',
    [queue],
  );
  await client.end();
  return rows;
};

beforeAll(async () => {
  server = await createTestDatabase(inject('superuserUrl'));
  database = openDatabase(server.serve, createKeyring(Buffer.alloc(32, 7)));
  jobs = await openJobs(server.serve, (where, error) => failures.push([where, error]));
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await server.drop();
});

test('a job is there when its transaction is, and not otherwise', async () => {
  const [kept, undone] = [{ schoolId: randomUUID() }, { schoolId: randomUUID() }];
  await database.inScope(kept, (tx) => jobs.enqueue(tx, 'clock.school', kept));
  const undo = database.inScope(undone, async (tx) => {
    await jobs.enqueue(tx, 'clock.school', undone);
    throw new Error('undone');
  });
  await expect(undo).rejects.toThrow('undone');
  expect((await stored('clock.school')).map((job) => job.data)).toEqual([kept]);
});

test('of several looks at one school that wait, one is kept', async () => {
  const school = { schoolId: randomUUID() };
  await Promise.all(
    Array.from({ length: 5 }, () =>
      database.inScope(school, (tx) => jobs.enqueue(tx, 'clock.school', school)),
    ),
  );
  const waiting = (await stored('clock.school')).filter(
    (job) => JSON.stringify(job.data) === JSON.stringify(school),
  );
  expect(waiting).toHaveLength(1);
});

test('a job that fails leaves one word of why, is told of, and is tried again', async () => {
  const person = { schoolId: randomUUID(), staffId: randomUUID() };
  await database.inScope(person, (tx) => jobs.enqueue(tx, 'mail.code', person));
  await jobs.work('mail.code', () =>
    Promise.reject(Object.assign(new Error('550 <kari@example.org> is unknown'), { code: 'EENVELOPE' })),
  );
  await until(async () => (await stored('mail.code'))[0]?.state === 'retry');
  const [job] = await stored('mail.code');
  expect(job?.data).toEqual(person);
  expect(JSON.stringify(job?.output)).toContain('EENVELOPE');
  expect(JSON.stringify(job)).not.toContain('kari');
  expect(failures.map(([where]) => where)).toEqual(['mail.code']);
});

test('the runtime login runs the queue with its upkeep and its timetable without making a table', async () => {
  await jobs.everyMinute('clock.sweep');
  const swept: unknown[] = [];
  await jobs.work('clock.sweep', async (payload) => {
    swept.push(payload);
  });
  await database.beforeScope((tx) => jobs.enqueue(tx, 'clock.sweep', {}));
  await until(() => swept.length > 0);
  expect(failures.filter(([where]) => where === 'jobs')).toEqual([]);
});

test('the stop waits for a job that runs', async () => {
  const own = await openJobs(server.serve, () => undefined);
  const school = { schoolId: randomUUID(), staffId: randomUUID() };
  const steps: string[] = [];
  await own.work('mail.notices', async () => {
    steps.push('begun');
    await new Promise((resolve) => setTimeout(resolve, 700));
    steps.push('done');
  });
  await database.inScope(school, (tx) => own.enqueue(tx, 'mail.notices', school));
  await until(() => steps.length > 0);
  await own.stop(5);
  expect(steps).toEqual(['begun', 'done']);
});

test('a failure says a word and nothing of its cause', () => {
  expect(new JobFailure('EAUTH').message).toBe('EAUTH');
});
