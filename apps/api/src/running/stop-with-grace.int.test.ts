import { createKeyring, createTestDatabase, type TestDatabase } from '@samhold/db';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { serve, type Served } from '../serve.ts';
import { openMetrics, type Metrics } from './metrics.ts';

let database: TestDatabase;
let served: Served;
let metrics: Metrics;

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
  metrics = openMetrics();
  served = await serve({
    databaseUrl: database.serve,
    keyring: createKeyring(Buffer.alloc(32, 7)),
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost',
    webDirectory: '/nowhere',
    demo: false,
    addsJobsOnly: true,
    metrics,
    drainSeconds: 1,
    log: () => undefined,
  });
});
afterAll(() => database.drop());

test('figures name routes by their pattern, and nothing that was asked for', async () => {
  const secret = 'kari-nordmann-1234';
  await fetch(`${served.address}/api/v1/calendar/feed/${secret}`);
  await fetch(`${served.address}/api/v1/${secret}?x=${secret}`);
  await fetch(`${served.address}/api/v1/ready`);
  await vi.waitFor(async () =>
    expect(await metrics.text()).toMatch(/request_seconds_count\{.*route="\/api\/v1\/ready".*\} 1/),
  );
  const text = await metrics.text();
  expect(text).toContain('route="/api/v1/calendar/feed/:link"');
  expect(text).toContain('samhold_database_connections{state="idle"}');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).not.toContain('kari');
});

test('a server that is told to stop says that it is not ready, answers what is under way, and ends', async () => {
  const { address } = served;
  expect((await fetch(`${address}/api/v1/ready`)).status).toBe(200);
  // A query that takes longer than the drain: the request is under way when the port closes.
  const slow = database.ask(
    'begin; lock table school_owner in access exclusive mode; select pg_sleep(1.8); commit',
  );
  await vi.waitFor(async () => {
    const [row] = await database.ask<{ held: boolean }>(
      `select exists (select from pg_locks where relation = 'school_owner'::regclass and mode = 'AccessExclusiveLock' and granted) as held`,
    );
    expect(row?.held).toBe(true);
  });
  const underWay = fetch(`${address}/api/v1/sign-in/owners`);
  const closed = served.close();
  expect([
    (await fetch(`${address}/api/v1/ready`)).status,
    (await fetch(`${address}/api/v1/live`)).status,
  ]).toEqual([503, 200]);
  const answer = await underWay;
  expect([answer.status, await answer.json()]).toEqual([200, expect.anything()]);
  await Promise.all([closed, slow]);
  await expect(fetch(`${address}/api/v1/live`)).rejects.toThrow();
});
