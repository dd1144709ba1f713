import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring, createTestDatabase, type TestDatabase } from '@samhold/db';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { serve, type Served } from '../serve.ts';
import { freePort } from '../../../../scripts/start/free-port.ts';
import { openWire, type CutWire } from '../testing/cut-wire.ts';
import { knownMigrations } from './installation.ts';

let port: number;
let directory: string;
let database: TestDatabase;
let wire: CutWire;
let starting: Promise<Served>;
const logged: string[] = [];
const giveUp = new AbortController();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'samhold-away-'));
  database = await createTestDatabase(inject('superuserUrl'));
  wire = await openWire(database.serve);
  port = await freePort();
  starting = serve({
    databaseUrl: wire.url,
    keyring: createKeyring(Buffer.alloc(32, 7)),
    port,
    host: '127.0.0.1',
    publicUrl: `http://localhost:${port}`,
    webDirectory: directory,
    demo: false,
    migrations: knownMigrations(),
    signal: giveUp.signal,
    log: (line) => void logged.push(line),
  });
});
afterAll(async () => {
  giveUp.abort();
  await starting.then((served) => served.close()).catch(() => undefined);
  await wire.cut();
  await database.drop();
  rmSync(directory, { recursive: true });
});

const ask = async (path: string): Promise<number> =>
  (await fetch(`http://localhost:${port}/api/v1${path}`)).status;

/** How soon it must have healed. */
const within = { timeout: 5_000, interval: 100 };

test('a server without its database lives, says that it is not ready, and heals when the database comes, goes and comes back', async () => {
  await vi.waitFor(async () => expect(await ask('/live')).toBe(200), within);
  expect([await ask('/ready'), await ask('/sign-in/owners')]).toEqual([503, 503]);
  await vi.waitFor(() => expect(logged).toContain('Venter: databasen svarer ikke.'), within);
  await wire.mend();
  await vi.waitFor(async () => expect(await ask('/ready')).toBe(200), within);
  await starting;
  expect(await ask('/sign-in/owners')).toBe(200);
  await wire.cut();
  expect([await ask('/live'), await ask('/ready'), await ask('/sign-in/owners')]).toEqual([200, 503, 503]);
  await wire.mend();
  await vi.waitFor(async () => expect(await ask('/ready')).toBe(200), within);
});
